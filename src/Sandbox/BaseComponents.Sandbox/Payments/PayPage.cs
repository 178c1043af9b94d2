using System.Globalization;
using BaseComponents.Sandbox.Pages;
using BaseComponents.Sandbox.Payments.Epaybl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments;

/// <summary>The page where a citizen pays, fails or aborts.</summary>
internal sealed class PayPage(PaymentLedger ledger, EpayblNotifier notifier, TimeProvider clock)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string PathOf(LedgerEntry entry) => $"/payments/pay/{entry.TransactionId}";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/payments/pay/{transactionId}", Show);
        endpoints.MapPost("/payments/pay/{transactionId}", ChooseAsync);
    }

    private IResult Show(string transactionId)
    {
        if (ledger.Find(transactionId) is not { } entry)
            return Page.Show("Zahlung nicht gefunden", Html.Of($"<p>Zu dieser Adresse gibt es keine Zahlung.</p>"), StatusCodes.Status404NotFound);
        var status = MagicAmounts.StatusOf(entry, clock.GetUtcNow());
        return new FormPage(Page.Show("Bezahlseite", entry.MayBeChosen ? Offer(entry) : Closed(entry, status)), Back(entry, entry.Choice));
    }

    private async Task<IResult> ChooseAsync(string transactionId, HttpContext context)
    {
        if (ledger.Find(transactionId) is not { } entry || !context.Request.HasFormContentType)
            return Page.Show("Zahlung nicht gefunden", Html.Of($"<p>Zu dieser Adresse gibt es keine Zahlung.</p>"), StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Pressed(form["choice"]) is not { } choice)
            return Page.Show("Unbekannte Auswahl", Html.Of($"<p>Diesen Knopf gibt es nicht. <a href=\"{PathOf(entry)}\">Zur Bezahlseite</a></p>"), StatusCodes.Status400BadRequest);
        var chosen = ledger.Choose(entry, choice);
        if (chosen.Choice is PayChoice.Paid && entry.Choice is not PayChoice.Paid)
            notifier.Tell(chosen, "success");
        context.Response.Headers.Location = Back(chosen, chosen.Choice).AbsoluteUri;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static PayChoice? Pressed(string? button) => button switch
    {
        nameof(PayChoice.Paid) => PayChoice.Paid,
        nameof(PayChoice.Failed) => PayChoice.Failed,
        nameof(PayChoice.Canceled) => PayChoice.Canceled,
        _ => null,
    };

    private static Html Offer(LedgerEntry entry) => Html.Of($"""
        {Summary(entry)}
        <form class="card" method="post">
          <h2>Wie soll die Zahlung ausgehen?</h2>
          <button name="choice" value="{PayChoice.Paid}">Bezahlen</button>
          <button class="quiet" name="choice" value="{PayChoice.Failed}">Fehlgeschlagen</button>
          <button class="quiet" name="choice" value="{PayChoice.Canceled}">Abbrechen</button>
        </form>
        {Magic(entry.Epaybl is null ? MagicAmounts.All : EpayblBooks.Magic)}
        """);

    private static Html Closed(LedgerEntry entry, string status) => Html.Of($"""
        {Summary(entry)}
        <section class="card">
          <p>{(status == "INITIAL" ? "Ihre Auswahl ist notiert, hat aber bei diesem Betrag (noch) keine Wirkung." : "Diese Zahlung ist abgeschlossen.")} Status: <strong>{status}</strong></p>
          <p><a class="button" href="{Back(entry, entry.Choice).AbsoluteUri}">Zurück zum Online-Dienst</a></p>
        </section>
        """);

    private static Html Summary(LedgerEntry entry) => Html.Of($"""
        <section class="card">
          <h2>{entry.Amount.ToString("N2", German)}&nbsp;€</h2>
          <dl>
            <dt>Verwendungszweck</dt><dd>{entry.Request.Purpose}</dd>
            <dt>Beschreibung</dt><dd>{entry.Request.Description ?? "–"}</dd>
            {entry.Request.Items!.OfType<WireItem>().Select(Line)}
            <dt>Vorgang</dt><dd>{entry.TransactionId}</dd>
          </dl>
        </section>
        """);

    private static Html Line(WireItem item) => Html.Of(
        $"<dt>{item.Quantity} × {item.Description ?? item.Id}</dt><dd>{(item.TotalNetAmount + item.TotalTaxAmount)?.ToString("N2", German)}&nbsp;€ (Steuersatz {item.TaxRate?.ToString("0.##", German)} %)</dd>");

    public static Html Magic(IReadOnlyList<(string Amount, string Effect)> amounts, string title = "Beträge mit besonderer Wirkung") => Html.Of($"""
        <section class="card">
          <h2>{title}</h2>
          <dl>{amounts.Select(magic => Html.Of($"<dt>{magic.Amount}</dt><dd>{magic.Effect}</dd>"))}</dl>
        </section>
        """);

    private static Uri Back(LedgerEntry entry, PayChoice? choice) => ReturnAddress.Parse(choice switch
    {
        PayChoice.Failed => entry.Epaybl?.ErrorUrl,
        PayChoice.Canceled => entry.Epaybl?.CancelUrl,
        _ => null,
    }) ?? ReturnAddress.Parse(entry.Request.RedirectUrl)!;
}
