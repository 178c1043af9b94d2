using System.Security.Cryptography.Xml;
using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Xml;

/// <summary>The octets of an element that a signature covers: exclusive canonical form without comments.</summary>
internal static class CanonicalXml
{
    public static byte[] Of(XmlElement element, string? inclusivePrefixes = null)
    {
        var transform = new XmlDsigExcC14NTransform(includeComments: false, inclusivePrefixes);
        transform.LoadInput(Alone(element).OwnerDocument);
        using var canonical = (Stream)transform.GetOutput(typeof(Stream));
        using var octets = new MemoryStream();
        canonical.CopyTo(octets);
        return octets.ToArray();
    }

    // The framework canonicalises documents: the element becomes one, with every namespace that was in scope.
    private static XmlElement Alone(XmlElement element)
    {
        var copy = (XmlElement)element.CloneNode(deep: true);
        for (var above = element.ParentNode as XmlElement; above is not null; above = above.ParentNode as XmlElement)
            foreach (var declaration in above.Attributes.Cast<XmlAttribute>().Where(attribute => attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/"))
                if (!copy.HasAttribute(declaration.Name))
                    copy.SetAttributeNode((XmlAttribute)declaration.CloneNode(deep: true));
        return StrictXml.ReadOwn(copy.OuterXml);
    }
}
