using System.Security.Cryptography;
using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>
/// Exclusive XML Canonicalization 1.0 without comments of an element and all below it, as UTF-8. One element, the signature that is
/// taken out by the enveloped-signature transform, can be left out without the tree being copied or changed.
/// </summary>
/// <remarks>https://www.w3.org/TR/xml-exc-c14n/, https://www.w3.org/TR/xml-c14n. Trees come from <see cref="HostileXml"/> or are built in memory: they have no DTD, entities or comments.</remarks>
internal sealed class ExclusiveCanonicalForm : IDisposable
{
    private readonly Utf8Output _output = new();
    // Those of the element that is being opened; used anew for the next one.
    private readonly List<XmlAttribute> _attributes = [];
    private readonly List<(string Prefix, string Uri)> _namespaces = [];
    private readonly InclusivePrefixes _inclusive;
    private readonly XmlElement? _leftOut;

    private ExclusiveCanonicalForm(InclusivePrefixes inclusive, XmlElement? leftOut) => (_inclusive, _leftOut) = (inclusive, leftOut);

    public static ReadOnlyMemory<byte> Of(XmlElement element, string? inclusivePrefixes = null, XmlElement? leftOut = null)
    {
        using var form = new ExclusiveCanonicalForm(new InclusivePrefixes(inclusivePrefixes), leftOut);
        form.Write(element, RenderedNamespaces.None);
        return form._output.Written.ToArray();
    }

    /// <summary>The digest of the form, without a copy of the form itself.</summary>
    public static byte[] DigestOf(HashAlgorithmName hash, XmlElement element, string? inclusivePrefixes = null, XmlElement? leftOut = null)
    {
        using var form = new ExclusiveCanonicalForm(new InclusivePrefixes(inclusivePrefixes), leftOut);
        form.Write(element, RenderedNamespaces.None);
        return CryptographicOperations.HashData(hash, form._output.Written);
    }

    public void Dispose() => _output.Dispose();

    private void Write(XmlElement element, RenderedNamespaces above)
    {
        _output.Write("<"u8);
        _output.Write(element.Name);
        Collect(element, above);
        var rendered = WriteNamespaces(above);
        foreach (var attribute in _attributes)
        {
            _output.Write(" "u8);
            _output.Write(attribute.Name);
            WriteValue(attribute.Value);
        }

        _output.Write(">"u8);
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
            Write(child, rendered);
        _output.Write("</"u8);
        _output.Write(element.Name);
        _output.Write(">"u8);
    }

    private RenderedNamespaces WriteNamespaces(RenderedNamespaces rendered)
    {
        foreach (var (prefix, uri) in _namespaces)
        {
            rendered = rendered.With(prefix, uri);
            _output.Write(prefix.Length == 0 ? " xmlns"u8 : " xmlns:"u8);
            _output.Write(prefix);
            WriteValue(uri);
        }

        return rendered;
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

    // Namespaces that the element makes visible, by prefix, and attributes, by namespace and name.
    private void Collect(XmlElement element, RenderedNamespaces above)
    {
        _attributes.Clear();
        _namespaces.Clear();
        Need(element.Prefix, element.NamespaceURI, above);
        // A list is made for whoever asks for it: most elements have none.
        for (var i = 0; element.HasAttributes && i < element.Attributes.Count; i++)
            Take(element.Attributes[i], above);
        if (!_inclusive.IsEmpty)
            foreach (var (prefix, uri) in _inclusive.InScopeOf(element))
                Need(prefix, uri, above);
        if (_namespaces.Count > 1)
            _namespaces.Sort(static (one, other) => string.CompareOrdinal(one.Prefix, other.Prefix));
        if (_attributes.Count > 1)
            _attributes.Sort(Compare);
    }

    private void Take(XmlAttribute attribute, RenderedNamespaces above)
    {
        if (attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/")
            return;
        _attributes.Add(attribute);
        if (attribute.Prefix.Length > 0)
            Need(attribute.Prefix, attribute.NamespaceURI, above);
    }

    private void Need(string prefix, string uri, RenderedNamespaces above)
    {
        if (prefix != "xml" && above.UriOf(prefix) != uri && !_namespaces.Contains((prefix, uri)))
            _namespaces.Add((prefix, uri));
    }

    private static int Compare(XmlAttribute one, XmlAttribute other) => CodePointOrder.Instance.Compare(one.NamespaceURI, other.NamespaceURI) is var order and not 0
        ? order
        : CodePointOrder.Instance.Compare(one.LocalName, other.LocalName);

    private void WriteValue(string value)
    {
        _output.Write("=\""u8);
        CanonicalEscape.AttributeValue(value, _output);
        _output.Write("\""u8);
    }
}
