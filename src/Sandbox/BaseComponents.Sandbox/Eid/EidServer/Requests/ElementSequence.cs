using System.Xml;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>The elements in an element, taken in the order of the schema. What is unknown, out of order or too much is refused.</summary>
internal sealed class ElementSequence
{
    private readonly XmlElement _parent;
    private readonly Queue<XmlElement> _rest;

    public ElementSequence(XmlElement parent)
    {
        RequireNoAttributes(parent);
        if (parent.ChildNodes.OfType<XmlCharacterData>().Any(node => node is XmlText or XmlCDataSection))
            throw new SchemaViolationException($"In {parent.LocalName} steht Text");
        (_parent, _rest) = (parent, new Queue<XmlElement>(parent.Children()));
    }

    public XmlElement? Optional(string name) => _rest.TryPeek(out var next) && next.Is(name, EidServerUris.Eid) ? _rest.Dequeue() : null;

    public XmlElement Required(string name) => Optional(name) ?? throw new SchemaViolationException($"In {_parent.LocalName} fehlt an dieser Stelle {name}");

    public string? OptionalText(string name) => Optional(name) is { } element ? TextOf(element) : null;

    public string RequiredText(string name) => TextOf(Required(name));

    public void End()
    {
        if (_rest.TryPeek(out var next))
            throw new SchemaViolationException($"In {_parent.LocalName} gehört {next.LocalName} nicht an diese Stelle");
    }

    public static string TextOf(XmlElement element)
    {
        RequireNoAttributes(element);
        return element.Children().Any() ? throw new SchemaViolationException($"In {element.LocalName} stehen Elemente") : element.InnerText;
    }

    private static void RequireNoAttributes(XmlElement element)
    {
        if (element.Attributes.Cast<XmlAttribute>().Any(attribute => attribute.NamespaceURI != "http://www.w3.org/2000/xmlns/"))
            throw new SchemaViolationException($"{element.LocalName} hat kein Attribut");
    }
}
