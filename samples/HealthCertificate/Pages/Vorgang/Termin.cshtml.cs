using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Mails;
using Microsoft.AspNetCore.Mvc;

namespace HealthCertificate.Pages.Vorgang;

/// <summary>For a case whose seat went to somebody else: another appointment of the same office. Whoever has paid already has it at once.</summary>
public sealed class TerminModel(CaseStore cases, Seats seats, SlotPlan plan, OfficeEntry office) : CasePage
{
    public FieldErrors Errors { get; } = new();

    public IReadOnlyList<OfferedSlot> Offer { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Row.Stage is not (CaseStage.Begun or CaseStage.Instructed or CaseStage.Paid) || await seats.FindAsync(Row.Id, cancellationToken) is not null)
            return Redirect(Address);
        Offer = await seats.OfferAsync(Case.Office.Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? termin, CancellationToken cancellationToken)
    {
        var page = await OnGetAsync(cancellationToken);
        if (page is RedirectResult)
            return page;
        var isPaid = Row.Stage is CaseStage.Paid;
        if (TermineModel.SlotOf(termin, plan) is not { } slot || !await seats.TryTakeAsync(Case.Office.Id, slot, Row.Id, isPaid ? SeatState.Booked : SeatState.Held, cancellationToken))
        {
            Errors.Add("termin", "Termin: Dieser Termin ist nicht mehr frei. Bitte wählen Sie einen anderen.");
            return page;
        }

        if (isPaid)
            await office.StoreAsync(Row, cancellationToken);
        await cases.SaveAsync(Row, Case, cancellationToken);
        return Redirect(Address);
    }
}
