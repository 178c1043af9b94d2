using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>The few questions that the Sandbox asks about XML.</summary>
internal static class XmlParts
{
    public static IEnumerable<XmlElement> Children(this XmlElement element) => element.ChildNodes.OfType<XmlElement>();

    public static IEnumerable<XmlElement> Children(this XmlElement element, string name, string uri) => element.Children().Where(child => child.Is(name, uri));

    /// <summary>The one child of that name; null where there is none, and where there are several.</summary>
    public static XmlElement? Child(this XmlElement element, string name, string uri) => element.Children(name, uri).ToArray() is [var only] ? only : null;

    public static bool Is(this XmlElement element, string name, string uri) => element.LocalName == name && element.NamespaceURI == uri;

    /// <summary>Text without the white space of the layout.</summary>
    public static string Text(this XmlElement element) => element.InnerText.Trim();
}
