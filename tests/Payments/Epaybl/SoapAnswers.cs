using System.Xml.Linq;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>Answers of the SOAP interface by hand.</summary>
internal static class SoapAnswers
{
    public static string Envelope(string body) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:ns1=\"http://www.bff.bund.de/ePayment\"><soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>";

    public static string Fault(string text) => Envelope($"<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>{text}</faultstring></soapenv:Fault>");

    /// <summary>The answer to a request, in place (3.x) or referred to (2.x).</summary>
    public static string To(string request, EpayblListStyle style, string code = "+0000")
    {
        var operation = XDocument.Parse(request).Root!.Elements().Single().Elements().Single().Name.LocalName;
        var texts = $"<code>{code}</code><langText>Erika Mustermann</langText><kurzText>x</kurzText>";
        var outcome = $"<EPaymentId>EP1</EPaymentId><istOk>{(code[0] == '+' ? "true" : "false")}</istOk>{(style is EpayblListStyle.Version3 ? $"<text>{texts}</text>" : texts)}";
        var members = operation is "isAlive" or "loeschenKunde" ? outcome : $"<ergebnis>{outcome}</ergebnis>{(code[0] == '+' ? Further(operation) : "")}";
        return Envelope(style is EpayblListStyle.Version3
            ? $"<ns1:{operation}Response><{operation}Return>{members}</{operation}Return></ns1:{operation}Response>"
            : $"<ns1:{operation}Response><{operation}Return href=\"#id0\"/></ns1:{operation}Response><multiRef id=\"id0\">{members}</multiRef>");
    }

    private static string Further(string operation) => operation switch
    {
        "lesenKassenzeichenInfo" => "<kassenzeichen>8142000000001</kassenzeichen><vorname>Erika</vorname><name>Mustermann</name><zahlverfahren>KREDITKARTE</zahlverfahren>"
            + "<betragZahlungseingaenge>96.00</betragZahlungseingaenge><betragHauptforderungen>96.00</betragHauptforderungen><betragRuecklastschriften>96.0</betragRuecklastschriften>"
            + "<betragLastschriften>0</betragLastschriften><betragSonstigeBuchungen>0</betragSonstigeBuchungen><betragStornos>0.00</betragStornos><saldo>96.00</saldo><waehrung>EUR</waehrung>"
            + "<paypageStatus><code>INAKTIV</code></paypageStatus>",
        _ => "<buchungsListe><betrag>96.00</betrag><kassenzeichen>8142000000001</kassenzeichen></buchungsListe>",
    };
}
