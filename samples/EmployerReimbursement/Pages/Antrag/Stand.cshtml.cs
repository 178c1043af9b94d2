using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;
using EmployerReimbursement.Submission;

namespace EmployerReimbursement.Pages.Antrag;

/// <summary>Step 6: the acknowledgement, and how far the mail to the office is; nothing more than is known.</summary>
public sealed class StandModel(OfficeMail office) : ClaimPage
{
    private const string Safe = "Ihr Antrag ist sicher gespeichert.";

    public Notice Notice { get; private set; } = null!;

    public IReadOnlyList<SheetLine> Lines =>
    [
        new("Vorgangsnummer", Open.Row.Number),
        new("Eingegangen am", GermanDate.Moment(Claim.ConfirmedAt!.Value)),
        new("Zuständige Stelle", Claim.OfficeName),
        new("Beantragter Betrag", ClaimSheet.Money(Claim.Total)),
        new("Konto für die Erstattung", ClaimSheet.Masked(Claim.Iban!)),
    ];

    protected override bool IsDue => Open.Row.Stage is not ClaimStage.Draft;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Notice = await office.DeliveryAsync(Open.Row, cancellationToken) switch
    {
        OfficeDelivery.Accepted => new("success", "An die zuständige Stelle übergeben", $"Der Mailserver hat Ihren verschlüsselten Antrag für diese Stelle angenommen: {Claim.OfficeName}."),
        OfficeDelivery.Stuck => new("warning", "Die Zustellung wird geprüft", $"{Safe} Ob die Nachricht angekommen ist, wissen wir noch nicht; wir prüfen es. Sie müssen nichts tun."),
        OfficeDelivery.Delayed => new("info", "Die Zustellung dauert etwas länger", $"{Safe} Der Mailserver hat die Nachricht noch nicht angenommen. Wir versuchen es weiter. Sie müssen nichts tun."),
        _ => new("info", "Die Zustellung läuft", $"{Safe} Die verschlüsselte Nachricht an die zuständige Stelle wird gerade zugestellt. Sie müssen nichts tun."),
    };
}
