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
        CaseStage.Sent or CaseStage.Closed => new("success", "Bezahlt und an die zuständige Stelle übergeben", $"Ihr Antrag liegt jetzt dort: {Case.Content.Office.Name}."),
        _ when Case.Row.SubmissionAttempts > 0 => new("info", "Bezahlt, die Übergabe dauert etwas länger",
            "Ihr Antrag ist bezahlt und sicher gespeichert. Wir übergeben ihn, sobald das Postfach der Stelle erreichbar ist. Sie müssen nichts tun."),
        _ => new("info", "Bezahlt, die Übergabe läuft", "Ihr Antrag ist bezahlt und wird gerade an die zuständige Stelle übergeben."),
    };

    protected override CaseStep Step => CaseStep.Receipt;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var payment = await payments.FindAsync(Case.Row.Number, cancellationToken);
        if (Case.Row.Stage is CaseStage.Draft or CaseStage.Paying && payment is not { IsPaid: true })
            return Redirect(PathOf(CaseStep.Pay));
        Lines = [new("Vorgangsnummer", Case.Row.Number), new("Zuständige Stelle", Case.Content.Office.Name), .. Paid(payment)];
        return Page();
    }

    // The payment may be purged before the case is.
    private static IEnumerable<SheetLine> Paid(Payment? payment)
    {
        if (payment is not { IsPaid: true })
            yield break;
        yield return new("Bezahlter Betrag", CaseSheet.Money(payment.Amount.Amount));
        yield return new("Bezahlt am", GermanDate.Moment(payment.UpdatedAt));
        if (payment.TransactionReference is { } reference)
            yield return new("Kassenzeichen", reference);
    }
}
