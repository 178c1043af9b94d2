using System.Text;
using System.Text.Json.Nodes;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Tests.Payments.Epaybl;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments.Hostile;

/// <summary>What a good service says to a request: an order is taken, and a look finds it paid. The hostile ones begin with this.</summary>
internal sealed record GoodAnswer(string Type, string Text)
{
    private const string Ok = "\"ergebnis\":{\"rc\":\"+0000\"}";

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public static GoodAnswer To(Spoken spoken, string request, JsonObject? ordered) => spoken switch
    {
        Spoken.XBezahldienste => Json(Transaction(request, ordered)),
        Spoken.EpayblRest => Json(request.Length > 0
            ? $"{{{Ok},\"zahlvorgangsInfo\":{{\"rechnungUrls\":{{\"PAYPAGE\":\"https://bezahlen.example/p?kassenzeichen=8142\"}}}}}}"
            : $"{{{Ok},\"kassenzeichen\":{{\"zusatzdaten\":{{\"paypagestatus\":\"INAKTIV\",\"bezahlverfahren\":\"KREDITKARTE\",\"saldo\":0}}}}}}"),
        _ => new GoodAnswer("text/xml", request.Contains("lesenKassenzeichenInfo", StringComparison.Ordinal) ? Paid : SoapAnswers.To(request, EpayblListStyle.Version3)),
    };

    private static string Paid { get; } = SoapAnswers.Envelope(
        "<r><x><ergebnis><code>+0000</code></ergebnis><kassenzeichen>8142000000001</kassenzeichen><zahlverfahren>KREDITKARTE</zahlverfahren><betragHauptforderungen>96.00</betragHauptforderungen>"
        + "<betragZahlungseingaenge>96.00</betragZahlungseingaenge><saldo>0.00</saldo><paypageStatus><code>INAKTIV</code></paypageStatus></x></r>");

    private static GoodAnswer Json(string text) => new("application/json", text);

    private static string Transaction(string request, JsonObject? ordered)
    {
        var payment = new ServicePayment(request.Length > 0 ? JsonNode.Parse(request)!.AsObject() : ordered!, "T-1") { Status = request.Length > 0 ? "INITIAL" : "PAYED" };
        return payment.ToJson().ToJsonString();
    }
}
