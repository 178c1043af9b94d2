using System.Text;
using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>A tree as text that reads as the same tree again: carriage returns and, in attributes, tabs are written as references, or the next reader would turn them into something that was not signed.</summary>
internal static class FaithfulXml
{
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };

    public static string Of(XmlDocument document)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Settings))
            document.Save(writer);
        return text.ToString();
    }
}
