using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Builds the tree node by node and counts while it does: a document over a limit is never built to its end.</summary>
internal sealed class XmlTreeBuilder(XmlLimits limits)
{
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    private readonly XmlDocument _document = new() { PreserveWhitespace = true, XmlResolver = null };
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly JoinedText _text = new();
    private XmlNode _parent = null!;
    private int _elements;

    /// <summary>The names of the tree: a reader that shares them compares by reference.</summary>
    public XmlNameTable Names => _document.NameTable;

    public XmlDocument Build(XmlReader reader)
    {
        _parent = _document;
        while (reader.Read())
            Take(reader);
        return _document;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                EndText();
                Open(reader);
                break;
            case XmlNodeType.EndElement:
                EndText();
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                _text.Add(reader.Value);
                break;
            case XmlNodeType.XmlDeclaration:
                break;
            default:
                throw new XmlRefusedException("xml-node-" + reader.NodeType);
        }
    }

    private void Open(XmlReader reader)
    {
        if (++_elements > limits.Elements)
            throw new XmlRefusedException("xml-too-many-elements");
        if (reader.Depth >= limits.Depth)
            throw new XmlRefusedException("xml-too-deep");
        if (reader.AttributeCount > limits.AttributesPerElement)
            throw new XmlRefusedException("xml-too-many-attributes");
        var isEmpty = reader.IsEmptyElement;
        var element = _document.CreateElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
            element.SetAttributeNode(Attribute(reader));
        _parent.AppendChild(element);
        if (!isEmpty)
            _parent = element;
    }

    private void Close() => _parent = _parent.ParentNode!;

    private XmlAttribute Attribute(XmlReader reader)
    {
        var attribute = _document.CreateAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        attribute.Value = reader.Value;
        if (reader.NamespaceURI == XmlnsNamespace)
            RequireAbsolute(reader.Value);
        else if (reader.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase) && !_identifiers.Add(reader.Value))
            throw new XmlRefusedException("xml-identifier-twice");
        return attribute;
    }

    // The canonical form of a relative namespace is not defined (Canonical XML 1.0, section 1.3).
    private void RequireAbsolute(string uri)
    {
        if (uri.Length > 0 && _namespaces.Add(uri) && (uri[0] == '/' || !Uri.TryCreate(uri, UriKind.Absolute, out _)))
            throw new XmlRefusedException("xml-namespace-relative");
    }

    private void EndText()
    {
        var text = _text.Take();
        if (text.Length > 0 && _parent != _document)
            _parent.AppendChild(_document.CreateTextNode(text));
    }
}
