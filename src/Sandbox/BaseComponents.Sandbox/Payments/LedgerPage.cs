using System.Globalization;
using BaseComponents.Sandbox.Pages;
using BaseComponents.Sandbox.Payments.Epaybl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments;

/// <summary>All payments of the service, for people and for tests: keys, amounts, states.</summary>
internal sealed class LedgerPage(PaymentLedger ledger, TimeProvider clock)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/payments", () => Page.Show("Zahlungen", Html.Of($"{Table()}{PayPage.Magic(MagicAmounts.All)}{PayPage.Magic(EpayblBooks.Magic, "Beträge mit besonderer Wirkung, über ePayBL")}")));
        endpoints.MapGet("/payments/ledger.json", () => Results.Json(ledger.All.Select(Row), WireOptions.Json));
    }

    private Html Table()
    {
        var entries = ledger.All;
        if (entries.Count == 0)
            return Html.Of($"<p>Noch hat niemand eine Zahlung begonnen.</p>");
        return Html.Of($"""
            <div class="card scroll" role="region" aria-label="Tabelle: Zahlungen" tabindex="0"><table>
              <thead><tr><th scope="col">Verwendungszweck</th><th scope="col">Betrag</th><th scope="col">Status</th><th scope="col">Behörde</th><th scope="col">requestId</th><th scope="col">Vorgang</th></tr></thead>
              <tbody>{entries.Reverse().Select(Line)}</tbody>
            </table></div>
            """);
    }

    private Html Line(LedgerEntry entry) => Html.Of(
        $"<tr><td><a href=\"{PayPage.PathOf(entry)}\">{entry.Request.Purpose}</a></td><td>{entry.Amount.ToString("N2", German)}&nbsp;€</td><td>{MagicAmounts.StatusOf(entry, clock.GetUtcNow())}</td><td>{entry.EndPointId}</td><td>{entry.RequestId}</td><td>{entry.TransactionId}</td></tr>");

    private object Row(LedgerEntry entry) => new
    {
        entry.RequestId,
        entry.TransactionId,
        entry.OriginatorId,
        entry.EndPointId,
        entry.Request.Purpose,
        entry.Amount,
        Status = MagicAmounts.StatusOf(entry, clock.GetUtcNow()),
        PayPage = PayPage.PathOf(entry),
        entry.TransactionReference,
        Interface = entry.Epaybl is null ? "XBezahldienste" : "ePayBL",
    };
}
