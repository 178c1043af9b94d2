using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Pages;

/// <summary>The office says that the person was there; then, and not before, there is a certificate. Whoever has the code read the office's encrypted mail. The page names nobody.</summary>
public sealed class TeilnahmeModel(CaseStore cases, Seats seats, IOptionsMonitor<AppointmentOptions> options, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public FieldErrors Errors { get; } = new();

    public CaseRow? Row { get; private set; }

    public string? When { get; private set; }

    public Notice? Notice { get; private set; }

    public bool IsOpen { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Row = await cases.FindByCodeAsync(Code ?? "", cancellationToken);
        if (Row is null)
            Errors.Add("code", "Code: Zu diesem Code gibt es keinen Vorgang. Bitte prüfen Sie die Schreibweise.");
        else
            await JudgeAsync(Row, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostBestaetigenAsync(CancellationToken cancellationToken)
    {
        await OnPostAsync(cancellationToken);
        if (Row is not { } row || !IsOpen)
            return Page();
        (row.Stage, row.CitizenDue, row.NextTry) = (CaseStage.Attended, true, 0);
        try
        {
            await cases.SaveAsync(row, cases.Open(row) with { AttendedAt = clock.GetUtcNow() }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was a moment faster: the code shows the case as it is now.
            return Redirect("/teilnahme");
        }

        await JudgeAsync(row, cancellationToken);
        return Page();
    }

    private async Task JudgeAsync(CaseRow row, CancellationToken cancellationToken)
    {
        var (now, plan, seat) = (clock.GetUtcNow(), options.CurrentValue, await seats.FindAsync(row.Id, cancellationToken));
        DateTimeOffset? startsAt = seat is null ? null : DateTimeOffset.FromUnixTimeSeconds(seat.StartsAt);
        When = startsAt is { } moment ? German.Slot(moment) : null;
        Notice = (row.Stage, startsAt) switch
        {
            (CaseStage.Attended, _) => new("success", "Die Teilnahme ist bestätigt", "Die Person kann ihre Bescheinigung abholen."),
            (CaseStage.Paid, { } start) when now < start - plan.ConfirmBefore => new("info", "Der Termin hat noch nicht begonnen", "Bitte geben Sie den Code beim Termin ein."),
            (CaseStage.Paid, { } start) when now <= start + plan.ConfirmAfter => new("info", "Die Teilnahme ist noch nicht bestätigt", "Erst danach gibt es eine Bescheinigung."),
            _ => new("warning", "Die Teilnahme lässt sich nicht bestätigen", "Der Termin ist zu lange her, oder der Vorgang ist nicht bezahlt."),
        };
        IsOpen = row.Stage is CaseStage.Paid && now >= startsAt - plan.ConfirmBefore && now <= startsAt + plan.ConfirmAfter;
    }
}
