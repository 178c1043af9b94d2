using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Pages;

/// <summary>Step 2: the competent health office and its appointments; here the case begins with a seat that is held.</summary>
public sealed class TermineModel(IAuthorityDirectory directory, CaseDb db, CaseStore cases, Seats seats, SlotPlan plan, IOptionsMonitor<ServiceOptions> options) : PageModel
{
    public FieldErrors Errors { get; } = new();

    public Notice? Notice { get; private set; }

    public HealthOffice? Office { get; private set; }

    public IReadOnlyList<OfferedSlot> Offer { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? ort, CancellationToken cancellationToken)
    {
        if (!RegionKey.TryParse(ort, out var region))
            return Redirect("/");
        Show(await directory.ResolveAsync(LeikaKey.Parse(options.CurrentValue.LeikaKey), Place.Of(region), cancellationToken));
        if (Office is { } office)
            Offer = await seats.OfferAsync(office.Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? ort, string? termin, CancellationToken cancellationToken)
    {
        var page = await OnGetAsync(ort, cancellationToken);
        if (Office is not { } office)
            return page;
        if (SlotOf(termin, plan) is not { } slot)
            Errors.Add("termin", "Termin: Bitte wählen Sie einen der Termine aus.");
        else if (await TryBeginAsync(office, slot, cancellationToken))
            return Redirect("/anmelden");
        else
        {
            Errors.Add("termin", "Termin: Der letzte Platz wurde gerade vergeben. Bitte wählen Sie einen anderen Termin.");
            Offer = await seats.OfferAsync(office.Id, cancellationToken);
        }

        return page;
    }

    /// <summary>The appointment a form names, if it is offered.</summary>
    public static Slot? SlotOf(string? value, SlotPlan plan) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var startsAt) ? plan.Find(startsAt) : null;

    // A browser has one seat at most: whoever chooses anew gives the one before back.
    private async Task<bool> TryBeginAsync(HealthOffice office, Slot slot, CancellationToken cancellationToken)
    {
        if (await cases.FindUnclaimedAsync(UnclaimedCase.Read(Request), cancellationToken) is { } before)
        {
            await seats.FreeAsync(before.Id, cancellationToken);
            db.Remove(before);
        }

        var begun = await cases.CreateAsync(office, cancellationToken);
        if (await seats.TryTakeAsync(office.Id, slot, begun.Id, SeatState.Held, cancellationToken))
        {
            UnclaimedCase.Write(HttpContext, begun.Id);
            return true;
        }

        db.Remove(begun);
        await db.SaveChangesAsync(cancellationToken);
        return false;
    }

    private void Show(Competence answer)
    {
        switch (answer)
        {
            case Competence.Found { Office: { MailAddress: { } mail } office }:
                Office = new HealthOffice(office.Id.ToString(), office.Name, AddressLines(office), mail);
                break;
            case Competence.Found found:
                Notice = new Notice("warning", "Hier lassen sich keine Termine buchen", $"Bitte wenden Sie sich direkt an diese Stelle: {found.Office.Name}.");
                break;
            default:
                Notice = new Notice("warning", "Für diesen Ort ist kein Gesundheitsamt eingetragen", "Bitte fragen Sie bei Ihrem Landkreis oder Ihrer Stadt nach.");
                break;
        }
    }

    private static IReadOnlyList<string> AddressLines(Office office) =>
        [.. new[] { $"{office.Address?.Street} {office.Address?.HouseNumber}".Trim(), $"{office.Address?.PostalCode} {office.Address?.City}".Trim() }.Where(line => line.Length > 0)];
}
