using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Where a document names a canonical form, it names the exclusive one without comments; a list of inclusive prefixes is the one thing it may add.</summary>
internal static class Canonicalization
{
    public static XmlElement Require(XmlElement method)
    {
        if (method.Attribute("Algorithm") != ExclusiveC14n)
            throw new XmlRefusedException("signature-canonicalization");
        // What stood below the list would be canonicalised before it is known who wrote it, and may be as large as the whole document.
        if (method.Elements().ToArray() is not ([] or [{ LocalName: "InclusiveNamespaces", NamespaceURI: ExclusiveC14n, HasChildNodes: false }]))
            throw new XmlRefusedException("signature-canonicalization-parameters");
        return method;
    }

    public static string? PrefixListOf(XmlElement method) => method.Elements().SingleOrDefault()?.Attribute("PrefixList");
}
