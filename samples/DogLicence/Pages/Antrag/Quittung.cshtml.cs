using BaseComponents.Payments;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 8, Quittung: what was paid, and whether the office has the case.</summary>
public sealed class QuittungModel(IPaymentClient payments) : CasePage
{
    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    public Notice Notice => Case.Row.Stage switch
    {
        CaseStage.Sent or CaseStage.Closed => new("success", "Bezahlt und an die zuständige Stelle übergeben", $"{Case.Content.Office.Name} hat Ihren Antrag erhalten."),
        _ when Case.Row.SubmissionAttempts > 0 => new("info", "Bezahlt, die Übergabe dauert etwas länger",
            "Ihr Antrag ist bezahlt und sicher gespeichert. Wir übergeben ihn, sobald das Postfach der Stelle erreichbar ist. Sie müssen nichts tun."),
        _ => new("info", "Bezahlt, die Übergabe läuft", "Ihr Antrag ist bezahlt und wird gerade an die zuständige Stelle übergeben."),
    };

    protected override CaseStep Step => CaseStep.Receipt;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await payments.FindAsync(Case.Row.Number, cancellationToken) is not { IsPaid: true } payment)
            return Redirect(PathOf(CaseStep.Pay));
        Lines =
        [
            new("Vorgangsnummer", Case.Row.Number),
            new("Zuständige Stelle", Case.Content.Office.Name),
            new("Bezahlter Betrag", CaseSheet.Money(payment.Amount.Amount)),
            new("Bezahlt am", GermanDate.Moment(payment.UpdatedAt)),
            .. payment.TransactionReference is { } reference ? [new SheetLine("Kassenzeichen", reference)] : Array.Empty<SheetLine>(),
        ];
        return Page();
    }
}
