using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Strict looks at the children of an element: by namespace and name, never by prefix.</summary>
internal static class XmlShape
{
    public static IEnumerable<XmlElement> Elements(this XmlElement parent)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling)
            if (child is XmlElement element)
                yield return element;
    }

    public static IEnumerable<XmlElement> Elements(this XmlElement parent, string name, string @namespace) => parent.Elements().Where(element => element.Is(name, @namespace));

    public static bool Is(this XmlElement element, string name, string @namespace) => element.LocalName == name && element.NamespaceURI == @namespace;

    /// <summary>The children if they are exactly these, in this order; null otherwise.</summary>
    public static XmlElement[]? Exactly(this XmlElement parent, string @namespace, params ReadOnlySpan<string> names)
    {
        var children = parent.Elements().ToArray();
        if (children.Length != names.Length)
            return null;
        for (var i = 0; i < children.Length; i++)
            if (!children[i].Is(names[i], @namespace))
                return null;
        return children;
    }

    /// <summary>The text of an element that has nothing but text; null otherwise.</summary>
    public static string? OwnText(this XmlElement element) => element.Elements().Any() ? null : element.InnerText;

    /// <summary>The value of an attribute without namespace; null where it is missing.</summary>
    public static string? Attribute(this XmlElement element, string name) => element.GetAttributeNode(name, "")?.Value;

    /// <summary>Base64 with white space allowed, of a bounded length; null for anything else.</summary>
    public static byte[]? Base64(this XmlElement element, int mostBytes)
    {
        if (element.OwnText() is not { } text || text.Length > (mostBytes * 2) + 1024)
            return null;
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && length <= mostBytes ? bytes[..length] : null;
    }
}
