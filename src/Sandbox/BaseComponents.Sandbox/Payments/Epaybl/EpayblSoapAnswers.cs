using System.Globalization;
using System.Xml.Linq;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Answers as either version writes them. Version 2 refers to its result from the body, as Axis does; version 3 writes it in place.</summary>
internal sealed class EpayblSoapAnswers(bool hasLists, DateTimeOffset now, string ePaymentId)
{
    public static XElement Fault(string text) => Envelope(new XElement(
        EpayblSoapNames.Envelope + "Fault", new XElement("faultcode", "soapenv:Client"), new XElement("faultstring", text)));

    /// <summary>An operation that answers with the outcome alone.</summary>
    public XElement Outcome(string operation, string code) => Wrap(operation, "Ergebnis", Result(code));

    /// <summary>An operation that answers with more.</summary>
    public XElement With(string operation, string type, string code, params XElement[] members) =>
        Wrap(operation, type, [new XElement("ergebnis", Type("Ergebnis"), Result(code)), .. members]);

    public static XElement List(LedgerEntry entry) => new(
        "buchungsListe",
        Type("BuchungsListe"),
        Amount("betrag", entry.Amount),
        Text("waehrungskennzeichen", "EUR"),
        Text("bewirtschafterNr", entry.EndPointId),
        Text("kassenzeichen", entry.TransactionReference!),
        Text("EShopTransaktionsNr", entry.RequestId));

    public static XElement[] Info(LedgerEntry entry, EpayblBooks books) =>
    [
        Text("kassenzeichen", entry.TransactionReference!),
        Text("EShopKundenNr", entry.Epaybl!.CustomerNumber),
        Text("vorname", "Erika"),
        Text("name", "Mustermann"),
        Text("zahlverfahren", books.Method ?? ""),
        Amount("betragZahlungseingaenge", books.Receipts),
        Amount("betragHauptforderungen", books.Claims),
        Amount("betragRuecklastschriften", books.ReturnDebits),
        Amount("betragLastschriften", 0),
        Amount("betragSonstigeBuchungen", 0),
        Amount("betragStornos", books.Cancellations),
        Amount("saldo", books.Saldo),
        Text("waehrung", "EUR"),
        new XElement("paypageStatus", Type("Text"), Text("code", books.IsPageFinished ? "INAKTIV" : "AKTIV"), Text("sprache", "de")),
    ];

    private XElement[] Result(string code)
    {
        XElement[] texts = [Text("code", code), Text("langText", code == EpayblDesk.Success ? "Die Anfrage wurde ausgeführt" : "Die Anfrage wurde nicht ausgeführt"), Text("kurzText", code == EpayblDesk.Success ? "OK" : "Fehler")];
        XElement[] head =
        [
            Text("EPaymentId", ePaymentId),
            Simple("EPaymentTimestamp", "dateTime", now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            Simple("istOk", "boolean", code[0] == '+' ? "true" : "false"),
        ];
        return hasLists ? [.. head, new XElement("text", Type("Text"), texts, Text("sprache", "de"))] : [.. head, .. texts];
    }

    private XElement Wrap(string operation, string type, XElement[] members)
    {
        var response = new XElement(EpayblSoapNames.Epayment + (operation + "Response"), new XAttribute(EpayblSoapNames.Envelope + "encodingStyle", EpayblSoapNames.Encoding.NamespaceName));
        if (hasLists)
        {
            response.Add(new XElement(operation + "Return", Type(type), members));
            return Envelope(response);
        }

        response.Add(new XElement(operation + "Return", new XAttribute("href", "#id0")));
        return Envelope(response, new XElement("multiRef", new XAttribute("id", "id0"), Type(type), members));
    }

    private static XElement Envelope(params XElement[] inside) => new(
        EpayblSoapNames.Envelope + "Envelope",
        new XAttribute(XNamespace.Xmlns + "soapenv", EpayblSoapNames.Envelope.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "xsd", EpayblSoapNames.Schema.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "xsi", EpayblSoapNames.Instance.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "ns1", EpayblSoapNames.Epayment.NamespaceName),
        new XElement(EpayblSoapNames.Envelope + "Body", inside));

    private static XAttribute Type(string name) => new(EpayblSoapNames.Instance + "type", "ns1:" + name);

    private static XElement Text(string name, string text) => Simple(name, "string", text);

    private static XElement Amount(string name, decimal amount) => Simple(name, "decimal", amount.ToString("0.00", CultureInfo.InvariantCulture));

    private static XElement Simple(string name, string type, string text) => new(name, new XAttribute(EpayblSoapNames.Instance + "type", "xsd:" + type), text);
}
