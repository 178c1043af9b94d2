using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>
/// Reads XML from a stranger into a tree whose content is exactly what a canonical form of it signs: no DTD, no entities, no processing
/// instructions, comments left out and the text around them joined, every identifier once, every namespace an absolute address.
/// </summary>
internal static class HostileXml
{
    /// <exception cref="XmlRefusedException">The bytes are too many, no XML, or XML with what a signed message has no use for.</exception>
    public static XmlDocument Read(ReadOnlySpan<byte> utf8, XmlLimits limits)
    {
        if (utf8.Length > limits.Bytes)
            throw new XmlRefusedException("xml-too-long");
        using var text = new DecodedText(utf8);
        try
        {
            return Read(text, limits);
        }
        catch (XmlException)
        {
            throw new XmlRefusedException(text.Whole.Contains("<!DOCTYPE", StringComparison.Ordinal) ? "xml-doctype" : "xml-malformed");
        }
    }

    private static XmlDocument Read(DecodedText text, XmlLimits limits)
    {
        var tree = new XmlTreeBuilder(limits);
        var settings = new XmlReaderSettings
        {
            NameTable = tree.Names,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = true,
            ConformanceLevel = ConformanceLevel.Document,
            MaxCharactersInDocument = limits.Bytes,
            IgnoreComments = true,
        };
        using var reader = XmlReader.Create(text, settings);
        return tree.Build(reader);
    }
}
