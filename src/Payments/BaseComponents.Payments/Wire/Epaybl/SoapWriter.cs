using System.Globalization;
using System.Text;
using System.Xml;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Writes one call as SOAP 1.1, RPC/encoded: parameters in the sequence of the operation, each with its type.</summary>
internal sealed class SoapWriter
{
    private readonly XmlWriter _xml;
    private readonly EpayblListStyle _style;

    private SoapWriter(XmlWriter xml, EpayblListStyle style) => (_xml, _style) = (xml, style);

    public static byte[] Write(string operation, EpayblListStyle style, Action<SoapWriter> parameters)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("soapenv", "Envelope", SoapNames.Envelope);
            xml.WriteAttributeString("xmlns", "soapenc", null, SoapNames.Encoding);
            xml.WriteAttributeString("xmlns", "xsd", null, SoapNames.Schema);
            xml.WriteAttributeString("xmlns", "xsi", null, SoapNames.Instance);
            xml.WriteAttributeString("xmlns", "ep", null, SoapNames.Epayment);
            xml.WriteStartElement("Body", SoapNames.Envelope);
            xml.WriteStartElement(operation, SoapNames.Epayment);
            xml.WriteAttributeString("encodingStyle", SoapNames.Envelope, SoapNames.Encoding);
            parameters(new SoapWriter(xml, style));
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    public void Text(string name, string text) => Simple(name, "xsd:string", text);

    public void TextIfAny(string name, string? text)
    {
        if (text is not null)
            Text(name, text);
    }

    /// <summary>A parameter whose place must be taken even where there is nothing.</summary>
    public void TextOrNil(string name, string? text)
    {
        if (text is null)
            Nil(name);
        else
            Text(name, text);
    }

    public void Nil(string name)
    {
        _xml.WriteStartElement(name);
        _xml.WriteAttributeString("nil", SoapNames.Instance, "true");
        _xml.WriteEndElement();
    }

    /// <summary>The service refuses an amount that is not typed as a decimal.</summary>
    public void Amount(string name, Euro amount) => Simple(name, "xsd:decimal", amount.ToString());

    public void Time(string name, DateTimeOffset moment) => Simple(name, "xsd:dateTime", BerlinTime.ForSoap(moment));

    public void Struct(string name, string type, Action members)
    {
        _xml.WriteStartElement(name);
        Type("ep:" + type);
        members();
        _xml.WriteEndElement();
    }

    /// <summary>A list: in 2.x a plain array, in 3.x a type of its own whose member repeats.</summary>
    public void List<T>(string name, string listType, string member, string itemType, IReadOnlyCollection<T> items, Action<T> item)
    {
        _xml.WriteStartElement(name);
        if (_style is EpayblListStyle.Version2)
        {
            Type("soapenc:Array");
            _xml.WriteAttributeString("arrayType", SoapNames.Encoding, string.Create(CultureInfo.InvariantCulture, $"{itemType}[{items.Count}]"));
        }
        else
        {
            Type("ep:" + listType);
        }

        foreach (var one in items)
        {
            _xml.WriteStartElement(_style is EpayblListStyle.Version2 ? "item" : member);
            Type(itemType);
            item(one);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <summary>The text of a list's item that has no members.</summary>
    public void Content(string text) => _xml.WriteString(text);

    private void Simple(string name, string type, string text)
    {
        _xml.WriteStartElement(name);
        Type(type);
        _xml.WriteString(text);
        _xml.WriteEndElement();
    }

    private void Type(string type) => _xml.WriteAttributeString("type", SoapNames.Instance, type);
}
