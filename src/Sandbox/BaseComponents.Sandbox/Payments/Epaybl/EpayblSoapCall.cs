using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>A call as the service reads it: SOAP 1.1, RPC/encoded, and strict, so that a client cannot get away with what others refuse.</summary>
internal sealed class EpayblSoapCall
{
    private static readonly Dictionary<string, string[]> _parameters = new(StringComparer.Ordinal)
    {
        ["isAlive"] = ["mandantNr"],
        ["anlegenKunde"] = ["mandantNr", "bewirtschafterNr", "kunde"],
        ["loeschenKunde"] = ["mandantNr", "bewirtschafterNr", "EShopKundenNr"],
        ["anlegenKassenzeichenMitZahlverfahrenlisteMitBLP"] = ["mandantNr", "eShopKundenNr", "buchungsListe", "lieferAdresse", "buchungText", "zahlverfahrenListe", "buchungslisteParameterSet"],
        ["lesenKassenzeichenInfo"] = ["mandantNr", "kassenzeichen"],
        ["lesenTransaktion"] = ["mandantNr", "eShopTransaktionsNr"],
    };

    private readonly XElement _operation;
    private readonly bool _hasLists;

    private EpayblSoapCall(XElement operation, bool hasLists) => (_operation, _hasLists) = (operation, hasLists);

    public string Operation => _operation.Name.LocalName;

    /// <param name="body">The request.</param>
    /// <param name="hasLists">Whether lists are types of their own (3.x), or plain arrays (2.x).</param>
    /// <exception cref="EpayblSoapException">It is no such call.</exception>
    public static EpayblSoapCall Parse(byte[] body, bool hasLists)
    {
        var operation = Load(body).Root is { } root && root.Name == EpayblSoapNames.Envelope + "Envelope" && root.Elements(EpayblSoapNames.Envelope + "Body").SingleOrDefault() is { } inside
            ? inside.Elements().FirstOrDefault()
            : null;
        if (operation is null || operation.Name.Namespace != EpayblSoapNames.Epayment || !_parameters.TryGetValue(operation.Name.LocalName, out var names))
            throw new EpayblSoapException("Unbekannte Operation");
        Unqualify(operation);
        if (!operation.Elements().Select(element => element.Name.ToString()).SequenceEqual(names, StringComparer.Ordinal))
            throw new EpayblSoapException($"Die Parameter sind {string.Join(", ", names)}, in dieser Reihenfolge und Schreibweise");
        return new EpayblSoapCall(operation, hasLists);
    }

    /// <summary>A parameter's text; null when it is nil.</summary>
    public string? Text(string name) => TextOf(_operation, name);

    public (string? Number, string? Name, string? FirstName) Customer()
    {
        var customer = _operation.Element("kunde")!;
        return (TextOf(customer, "EShopKundenNr"), TextOf(customer, "nachname"), TextOf(customer, "vorname"));
    }

    public EpayblList List()
    {
        var list = _operation.Element("buchungsListe")!;
        return new EpayblList
        {
            TransactionNumber = TextOf(list, "EShopTransaktionsNr"),
            Kassenzeichen = TextOf(list, "kassenzeichen"),
            Amount = Amount(list),
            Currency = TextOf(list, "waehrungskennzeichen"),
            DueAt = DateTimeOffset.TryParse(TextOf(list, "faelligkeitsdatum"), CultureInfo.InvariantCulture, out var due) ? due : null,
            DunningKey = TextOf(list, "kennzeichenMahnverfahren"),
            Bewirtschafter = TextOf(list, "bewirtschafterNr"),
            CustomerNumber = Text("eShopKundenNr"),
            Description = Text("buchungText"),
            Methods = [.. Items(_operation.Element("zahlverfahrenListe")!, "stringList").Select(item => item.Value)],
            Bookings = [.. Items(list.Element("buchungen") ?? throw new EpayblSoapException("Es fehlen die buchungen"), "buchungen")
                .Select(booking => new EpayblLine(Amount(booking), TextOf(booking, "buchungstext"), TextOf(booking, "haushaltsstelle"), TextOf(booking, "objektnummer")))],
        };
    }

    // Clients in use put parameters into the namespace of the operation, where RPC has none.
    private static void Unqualify(XElement operation)
    {
        foreach (var element in operation.Descendants().Where(element => element.Name.Namespace == EpayblSoapNames.Epayment))
            element.Name = element.Name.LocalName;
    }

    private static string? TextOf(XElement parent, string name) => parent.Elements(name).ToArray() switch
    {
        [] => null,
        [var one] => (string?)one.Attribute(EpayblSoapNames.Instance + "nil") is "true" or "1" ? null : one.Value,
        _ => throw new EpayblSoapException($"{name} steht doppelt"),
    };

    private static decimal? Amount(XElement parent)
    {
        if (parent.Element("betrag") is not { } amount)
            return null;
        if (TypeOf(amount) != EpayblSoapNames.Schema + "decimal")
            throw new EpayblSoapException("betrag muss xsd:decimal sein");
        return decimal.TryParse(amount.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw new EpayblSoapException("betrag ist keine Zahl");
    }

    private XElement[] Items(XElement list, string member)
    {
        XElement[] items = [.. list.Elements()];
        var isArray = TypeOf(list) == EpayblSoapNames.Encoding + "Array";
        if (isArray == _hasLists)
            throw new EpayblSoapException(_hasLists ? $"{list.Name} muss ein eigener Listentyp sein" : $"{list.Name} muss ein soapenc:Array sein");
        if (_hasLists && items.Any(item => item.Name != member))
            throw new EpayblSoapException($"{list.Name} enthält anderes als {member}");
        if (isArray && ((string?)list.Attribute(EpayblSoapNames.Encoding + "arrayType"))?.EndsWith($"[{items.Length}]", StringComparison.Ordinal) is not true)
            throw new EpayblSoapException($"arrayType von {list.Name} nennt eine andere Anzahl");
        return items;
    }

    private static XName? TypeOf(XElement element)
    {
        var parts = ((string?)element.Attribute(EpayblSoapNames.Instance + "type"))?.Split(':');
        return parts is [var prefix, var name] && element.GetNamespaceOfPrefix(prefix) is { } space ? space + name : null;
    }

    private static XDocument Load(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            // The framework's reader miscounts where octets of no encoding stand in the XML declaration.
            throw new EpayblSoapException("Der Inhalt ist kein XML");
        }
    }
}

/// <summary>Answered by a SOAP fault.</summary>
internal sealed class EpayblSoapException(string message) : Exception(message);
