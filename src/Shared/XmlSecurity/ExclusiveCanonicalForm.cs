using System.Buffers;
using System.Text;
using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>
/// Exclusive XML Canonicalization 1.0 without comments of an element and all below it, as UTF-8. One element, the signature that is
/// taken out by the enveloped-signature transform, can be left out without the tree being copied or changed.
/// </summary>
/// <remarks>https://www.w3.org/TR/xml-exc-c14n/, https://www.w3.org/TR/xml-c14n. Trees come from <see cref="HostileXml"/> or are built in memory: they have no DTD, entities or comments.</remarks>
internal sealed class ExclusiveCanonicalForm
{
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly InclusivePrefixes _inclusive;
    private readonly XmlElement? _leftOut;

    private ExclusiveCanonicalForm(InclusivePrefixes inclusive, XmlElement? leftOut) => (_inclusive, _leftOut) = (inclusive, leftOut);

    public static ReadOnlyMemory<byte> Of(XmlElement element, string? inclusivePrefixes = null, XmlElement? leftOut = null)
    {
        var form = new ExclusiveCanonicalForm(new InclusivePrefixes(inclusivePrefixes), leftOut);
        form.Write(element, RenderedNamespaces.None);
        return form._output.WrittenMemory;
    }

    private void Write(XmlElement element, RenderedNamespaces above)
    {
        var rendered = above;
        Raw("<");
        Raw(element.Name);
        foreach (var (prefix, uri) in NamespacesToRender(element, above))
        {
            rendered = rendered.With(prefix, uri);
            Raw(prefix.Length == 0 ? " xmlns" : " xmlns:");
            Raw(prefix);
            Value(uri);
        }

        foreach (var attribute in Attributes(element))
        {
            Raw(" ");
            Raw(attribute.Name);
            Value(attribute.Value);
        }

        Raw(">");
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
            Write(child, rendered);
        Raw("</");
        Raw(element.Name);
        Raw(">");
    }

    private void Write(XmlNode node, RenderedNamespaces rendered)
    {
        switch (node)
        {
            case XmlElement element when element == _leftOut:
                break;
            case XmlElement element:
                Write(element, rendered);
                break;
            case XmlText or XmlWhitespace or XmlSignificantWhitespace or XmlCDataSection:
                CanonicalEscape.Text(node.Value!, _output);
                break;
            default:
                throw new XmlRefusedException("canonical-node-" + node.NodeType);
        }
    }

    private SortedList<string, string> NamespacesToRender(XmlElement element, RenderedNamespaces rendered)
    {
        var needed = new SortedList<string, string>(StringComparer.Ordinal);
        Need(element.Prefix, element.NamespaceURI);
        foreach (XmlAttribute attribute in element.Attributes)
            if (attribute.Prefix.Length > 0 && !IsDeclaration(attribute))
                Need(attribute.Prefix, attribute.NamespaceURI);
        foreach (var (prefix, uri) in _inclusive.InScopeOf(element))
            Need(prefix, uri);
        return needed;

        void Need(string prefix, string uri)
        {
            if (prefix != "xml" && rendered.UriOf(prefix) != uri)
                needed[prefix] = uri;
        }
    }

    private static IEnumerable<XmlAttribute> Attributes(XmlElement element)
    {
        var attributes = element.Attributes.Cast<XmlAttribute>().Where(attribute => !IsDeclaration(attribute));
        return element.Attributes.Count < 2
            ? attributes
            : attributes.OrderBy(attribute => attribute.NamespaceURI, CodePointOrder.Instance).ThenBy(attribute => attribute.LocalName, CodePointOrder.Instance);
    }

    private static bool IsDeclaration(XmlAttribute attribute) => attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/";

    private void Value(string value)
    {
        Raw("=\"");
        CanonicalEscape.AttributeValue(value, _output);
        Raw("\"");
    }

    private void Raw(string text) => Encoding.UTF8.GetBytes(text, _output);
}
