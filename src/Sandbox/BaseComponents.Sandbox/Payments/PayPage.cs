using System.Globalization;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments;

/// <summary>The page where a citizen pays, fails or aborts.</summary>
internal sealed class PayPage(PaymentLedger ledger, TimeProvider clock)
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
        return new FormPage(Page.Show("Bezahlseite", entry.Choice is null ? Offer(entry) : Closed(entry, status)), Back(entry));
    }

    private async Task<IResult> ChooseAsync(string transactionId, HttpContext context)
    {
        if (ledger.Find(transactionId) is not { } entry || !context.Request.HasFormContentType)
            return Page.Show("Zahlung nicht gefunden", Html.Of($"<p>Zu dieser Adresse gibt es keine Zahlung.</p>"), StatusCodes.Status404NotFound);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Pressed(form["choice"]) is not { } choice)
            return Page.Show("Unbekannte Auswahl", Html.Of($"<p>Diesen Knopf gibt es nicht. <a href=\"{PathOf(entry)}\">Zur Bezahlseite</a></p>"), StatusCodes.Status400BadRequest);
        ledger.Choose(entry, choice);
        context.Response.Headers.Location = Back(entry).AbsoluteUri;
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
        {Magic()}
        """);

    private static Html Closed(LedgerEntry entry, string status) => Html.Of($"""
        {Summary(entry)}
        <section class="card">
          <p>{(status == "INITIAL" ? "Ihre Auswahl ist notiert, hat aber bei diesem Betrag (noch) keine Wirkung." : "Diese Zahlung ist abgeschlossen.")} Status: <strong>{status}</strong></p>
          <p><a class="button" href="{Back(entry).AbsoluteUri}">Zurück zum Online-Dienst</a></p>
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

    public static Html Magic() => Html.Of($"""
        <section class="card">
          <h2>Beträge mit besonderer Wirkung</h2>
          <dl>{MagicAmounts.All.Select(magic => Html.Of($"<dt>{magic.Amount}</dt><dd>{magic.Effect}</dd>"))}</dl>
        </section>
        """);

    private static Uri Back(LedgerEntry entry) => ReturnAddress.Parse(entry.Request.RedirectUrl)!;
}
