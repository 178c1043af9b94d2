using System.Text;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>Answers of ePayBL's SOAP interface, in place and referred to.</summary>
internal sealed class EpayblSoapReader() : Reader("epaybl-soap")
{
    private readonly Lazy<AnsweringPeer> _peer = new(() => new AnsweringPeer(EpayblProtocol.Soap));

    public override void Read(byte[] input) => _peer.Value.Answer(input);

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        const string outcome = "<EPaymentId>EP1</EPaymentId><istOk>true</istOk>";
        yield return ("kassenzeichen.xml", Envelope($"<n:a><r><ergebnis>{outcome}<text><code>+0000</code></text></ergebnis><kassenzeichen>8142</kassenzeichen><saldo>96.00</saldo><betragHauptforderungen>96.00</betragHauptforderungen><paypageStatus><code>INAKTIV</code></paypageStatus></r></n:a>"));
        yield return ("booked.xml", Envelope($"<n:a><r><ergebnis>{outcome}<text><code>+0000</code></text></ergebnis><buchungsListe><kassenzeichen>8142</kassenzeichen><betrag>96.00</betrag></buchungsListe></r></n:a>"));
        yield return ("referred.xml", Envelope($"<n:a><r href=\"#id0\"/></n:a><multiRef id=\"id0\"><ergebnis href=\"#id1\"/><saldo xsi:nil=\"true\"/></multiRef><multiRef id=\"id1\">{outcome}<code>-0531</code></multiRef>"));
        yield return ("fault.xml", Envelope("<s:Fault><faultcode>s:Server</faultcode><faultstring>x</faultstring></s:Fault>"));
        yield return ("junk.txt", [.. "-- Anfang --"u8, .. Envelope("<n:a><r>true</r></n:a>"), .. "-- Ende --"u8]);
    }

    private static byte[] Envelope(string body) => Encoding.UTF8.GetBytes(
        $"<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:n=\"http://www.bff.bund.de/ePayment\"><s:Body>{body}</s:Body></s:Envelope>");
}
