using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>Reads XML that somebody sent: no document type, nothing fetched, bounded in length and depth, white space kept as it was signed.</summary>
internal static class StrictXml
{
    public const int MostCharacters = 256 * 1024;
    private const int MostDepth = 32;

    /// <exception cref="XmlException">It is not well-formed, or more than is allowed.</exception>
    public static XmlElement Read(string xml)
    {
        RequireShallow(xml);
        return Load(xml, MostCharacters);
    }

    /// <summary>Text that the Sandbox wrote itself.</summary>
    public static XmlElement ReadOwn(string xml) => Load(xml, characters: 0);

    private static XmlElement Load(string xml, int characters)
    {
        using var reader = Open(xml, characters);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return document.DocumentElement!;
    }

    private static void RequireShallow(string xml)
    {
        using var reader = Open(xml, MostCharacters);
        while (reader.Read())
            if (reader.Depth > MostDepth)
                throw new XmlException("The document is nested too deeply.");
    }

    private static XmlReader Open(string xml, int characters) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = characters,
        CloseInput = true,
    });
}
