using System.Text;
using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>
/// Reads XML from a stranger into a tree whose content is exactly what a canonical form of it signs: no DTD, no entities, no processing
/// instructions, comments left out and the text around them joined, every identifier once, every namespace an absolute address.
/// </summary>
internal static class HostileXml
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="XmlRefusedException">The bytes are too many, no XML, or XML with what a signed message has no use for.</exception>
    public static XmlDocument Read(ReadOnlySpan<byte> utf8, XmlLimits limits)
    {
        if (utf8.Length > limits.Bytes)
            throw new XmlRefusedException("xml-too-long");
        var text = Decode(utf8);
        try
        {
            return Read(text, limits);
        }
        catch (XmlException)
        {
            throw new XmlRefusedException(text.Contains("<!DOCTYPE", StringComparison.Ordinal) ? "xml-doctype" : "xml-malformed");
        }
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new XmlRefusedException("xml-not-utf8");
        }
    }

    private static XmlDocument Read(string text, XmlLimits limits)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = true,
            ConformanceLevel = ConformanceLevel.Document,
            MaxCharactersInDocument = limits.Bytes,
            IgnoreComments = true,
        };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        return new XmlTreeBuilder(limits).Build(reader);
    }
}
