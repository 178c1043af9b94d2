using System.Globalization;
using System.Net;
using System.Text;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>Answers of XBezahldienste, to an order and to a look: the first line is the HTTP status and the media type, the rest is the body.</summary>
internal sealed class XBezahldiensteReader() : Reader("xbezahldienste")
{
    private const string Json = "application/json";
    private readonly Lazy<XBezahldienstePeer> _peer = new(() => new XBezahldienstePeer());

    public override void Read(byte[] input)
    {
        var (status, type, body) = Split(input);
        _peer.Value.Answer(status, type, body);
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var ours = _peer.Value.RequestId;
        yield return ("initial.txt", Answer(200, Json, Transaction(ours, """ "transactionRedirectUrl":"https://bezahlen.example/p/T-1","status":"INITIAL" """)));
        yield return ("paid.txt", Answer(200, Json, Transaction(ours, """ "transactionReference":"814200000001","paymentMethod":"WERO","paymentMethodDetail":{"a":[1]},"status":"PAYED" """)));
        yield return ("failed.txt", Answer(201, Json, Transaction(ours, """ "status":"FAILED","statusDetail":"timeout" """)));
        yield return ("canceled.txt", Answer(200, "application/json; charset=utf-8", Transaction(ours, """ "status":"CANCELED" """)));
        yield return ("one-cent-less.txt", Answer(200, Json, Transaction(ours, """ "status":"PAYED" """, amount: "95.99")));
        yield return ("amount-as-text.txt", Answer(200, Json, Transaction(ours, """ "status":"PAYED" """, amount: "\"96.00\"")));
        yield return ("status-twice.txt", Answer(200, Json, Transaction(ours, """ "status":"FAILED","Status":"PAYED" """)));
        yield return ("of-another.txt", Answer(200, Json, Transaction("0123456789abcdef0123456789abcdef", """ "status":"PAYED" """)));
        yield return ("exists.txt", Answer(400, "application/problem+json", """{"type":"about:blank","status":400,"title":"x","detail":"y","functionalCode":"PAYMENT_EXISTS"}"""));
        yield return ("refused.txt", Answer(422, "application/problem+json", """{"status":422,"functionalCode":"BOOKING_DATA_MISSING"}"""));
        yield return ("page.txt", Answer(200, "text/html", "<html><body>Anmeldung</body></html>"));
    }

    private static byte[] Answer(int status, string type, string body) => Encoding.UTF8.GetBytes($"{status} {type}\n{body}");

    private static string Transaction(string requestId, string information, string amount = "96.00") =>
        $$"""{ "paymentInformation": { "transactionId": "T-1", {{information}} }, "paymentRequest": { "requestId": "{{requestId}}", "currency": "EUR", "grosAmount": {{amount}} } }""";

    private static (HttpStatusCode Status, string Type, byte[] Body) Split(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        var line = end < 0 ? [] : Encoding.Latin1.GetString(input, 0, end).Split(' ', 2);
        return line is [var status, var type] && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 200 and <= 599
            ? ((HttpStatusCode)code, type, input[(end + 1)..])
            : (HttpStatusCode.OK, Json, input);
    }
}
