using System.Text;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Fuzz.Payments;

/// <summary>Answers of ePayBL's REST connector.</summary>
internal sealed class EpayblRestReader() : Reader("epaybl-rest")
{
    private readonly Lazy<AnsweringPeer> _peer = new(() => new AnsweringPeer(EpayblProtocol.Rest));

    public override void Read(byte[] input) => _peer.Value.Answer(input);

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("booked.json", Encoding.UTF8.GetBytes("""{"ergebnis":{"rc":"+0000","ergebnistext":"OK"},"zahlvorgangsInfo":{"rechnungUrls":{"PAYPAGE":"https://bezahlen.example/p?kassenzeichen=8142"}}}"""));
        yield return ("kassenzeichen.json", Encoding.UTF8.GetBytes("""{"ergebnis":{"rc":"+0000"},"kassenzeichen":{"zusatzdaten":{"paypagestatus":"INAKTIV","bezahlverfahren":"KREDITKARTE","saldo":-0.01}}}"""));
        yield return ("methods.json", Encoding.UTF8.GetBytes("""{"ergebnis":{"rc":"+0000"},"zahlverfahren":[{"zahlverfahrencode":"PAYPAL","minimalbetrag":0.5,"maximalbetrag":2500,"zvp":"X"}]}"""));
        yield return ("refused.json", Encoding.UTF8.GetBytes("""{"ergebnis":{"rc":"-0531","ergebnistext":"Transaktionsnummer vorhanden"}}"""));
    }
}
