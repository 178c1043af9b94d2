using BaseComponents.Payments;
using BaseComponents.SecureMail.Outbox;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using DogLicence.Submission;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 8, Quittung: what was paid, and whether the office has the case.</summary>
public sealed class QuittungModel(IPaymentClient payments, ISecureMailOutbox outbox, Wording wording) : CasePage
{
    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    public Notice Notice { get; private set; } = null!;

    protected override CaseStep Step => CaseStep.Receipt;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var payment = await payments.FindAsync(Case.Row.Number, cancellationToken);
        if (Case.Row.Stage is CaseStage.Draft or CaseStage.Paying && payment is not { IsPaid: true })
            return Redirect(PathOf(CaseStep.Pay));
        Notice = await NoticeAsync(cancellationToken);
        Lines = [new(wording["Vorgangsnummer"], Case.Row.Number), new(wording["Zuständige Stelle"], Case.Content.Office.Name) { Language = wording.GermanPart }, .. Paid(payment)];
        return Page();
    }

    // The outbox knows first; the case follows when the worker has looked.
    private async Task<Notice> NoticeAsync(CancellationToken cancellationToken) => Case.Row.Stage is CaseStage.Stored
        ? DeliveryNotice.For(OfficeDeliveries.Of(await outbox.GetAsync(OfficeMail.KeyOf(Case.Row.Number), cancellationToken)), Case.Content.Office.Name)
        : DeliveryNotice.For(Case);

    // The payment may be purged before the case is.
    private IEnumerable<SheetLine> Paid(Payment? payment)
    {
        if (payment is not { IsPaid: true })
            yield break;
        yield return new(wording["Bezahlter Betrag"], wording.Money(payment.Amount.Amount));
        yield return new(wording["Bezahlt am"], wording.Moment(payment.UpdatedAt));
        if (payment.TransactionReference is { } reference)
            yield return new(wording["Kassenzeichen"], reference);
    }
}
