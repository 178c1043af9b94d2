using System.Xml;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>An answer as elements, read within limits: no DTD, so no entities; bounded depth, number of elements and characters.</summary>
internal sealed class SoapDocument
{
    private const int MaxDepth = 32;
    private const int MaxElements = 4000;
    private const int MaxCharacters = 512 * 1024;
    private const int MaxText = 16 * 1024;
    private readonly Dictionary<string, SoapElement> _byId = new(StringComparer.Ordinal);
    private int _elements;

    private SoapDocument()
    {
    }

    /// <summary>The one element inside the body.</summary>
    /// <exception cref="SoapFormatException">Not SOAP 1.1 within the limits.</exception>
    public static SoapElement BodyOf(byte[] answer)
    {
        try
        {
            using var reader = XmlReader.Create(SoapJunk.Without(answer), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            });
            return new SoapDocument().Body(reader);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            // The framework's reader miscounts where octets of no encoding stand in the XML declaration.
            throw new SoapFormatException("it is no well-formed XML within the limits, or it has a DTD");
        }
    }

    public SoapElement? ById(string id) => _byId.GetValueOrDefault(id);

    private SoapElement Body(XmlReader reader)
    {
        var envelope = Read(reader);
        if (envelope is not { Name: "Envelope", Space: SoapNames.Envelope })
            throw new SoapFormatException("it is no SOAP 1.1 envelope");
        var bodies = envelope.Children.Where(static child => child is { Name: "Body", Space: SoapNames.Envelope }).ToArray();
        // What follows the first element are those that it refers to.
        return bodies is [{ Children: [var first, ..] }] ? first : throw new SoapFormatException("its body is missing, empty or there twice");
    }

    private SoapElement Read(XmlReader reader)
    {
        var root = new SoapElement("", "", this);
        var open = new Stack<SoapElement>([root]);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Element)
                Open(reader, open);
            else if (reader.NodeType is XmlNodeType.EndElement)
                open.Pop();
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Append(open.Peek(), reader.Value);
        }

        return root.Children is [var only] ? only : throw new SoapFormatException("it is empty");
    }

    private void Open(XmlReader reader, Stack<SoapElement> open)
    {
        if (++_elements > MaxElements || open.Count > MaxDepth)
            throw new SoapFormatException("it has too many elements or is nested too deeply");
        var element = new SoapElement(reader.LocalName, reader.NamespaceURI, this)
        {
            Reference = Reference(reader.GetAttribute("href")),
            IsNil = reader.GetAttribute("nil", SoapNames.Instance) is "true" or "1",
        };
        if (reader.GetAttribute("id") is { } id && !_byId.TryAdd(id, element))
            throw new SoapFormatException("it has an id twice");
        open.Peek().Children.Add(element);
        if (!reader.IsEmptyElement)
            open.Push(element);
    }

    private static void Append(SoapElement element, string text)
    {
        if (element.Text.Length + text.Length > MaxText)
            throw new SoapFormatException("one of its values is too long");
        element.Text += text;
    }

    private static string? Reference(string? href) => href switch
    {
        null => null,
        ['#', _, ..] => href[1..],
        _ => throw new SoapFormatException("it refers to something outside"),
    };
}
