using System.Text;
using System.Xml;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary>XML for the eye: indented, without a DTD.</summary>
internal static class ReadableXml
{
    /// <exception cref="XmlException">It is no XML, or has a DTD.</exception>
    public static XmlDocument Read(byte[] xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        var document = new XmlDocument { XmlResolver = null };
        try
        {
            document.Load(reader);
        }
        catch (ArgumentException exception)
        {
            // The framework's reader miscounts where octets of no encoding stand in the XML declaration.
            throw new XmlException("The XML declaration is broken.", exception);
        }

        return document;
    }

    public static string Write(XmlDocument document)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
            document.Save(writer);
        return text.ToString();
    }
}
