using System.Globalization;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;
using EmployerReimbursement.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EmployerReimbursement.Pages.Antrag;

/// <summary>Step 3: the absences, one at a time, each stored at once; what they cost is computed here.</summary>
public sealed class ZeitenModel(ClaimStore claims, IOptions<ServiceOptions> options, TimeProvider clock) : ClaimPage
{
    public static IReadOnlyList<RadioOption> Duties { get; } = [.. Enum.GetValues<Duty>().Select(duty => new RadioOption(duty.ToString(), ClaimSheet.NameOf(duty)))];

    [BindProperty]
    public AbsenceForm Form { get; set; } = new();

    public FieldErrors Errors { get; } = new();

    protected override bool IsDue => base.IsDue && Claim.Employee is not null;

    /// <summary>No two absences begin at once, so this names one.</summary>
    public static string KeyOf(Absence absence) => absence.Begin.ToString("s", CultureInfo.InvariantCulture);

    // The next absence of the same person is paid alike.
    public void OnGet() => Form = Claim.Absences is [.., var last]
        ? new AbsenceForm { Gross = last.GrossPerHour.ToString("0.00", ClaimSheet.German), Share = last.EmployerSharePerHour.ToString("0.00", ClaimSheet.German) }
        : new AbsenceForm();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Claim.Absences.Count >= options.Value.MostAbsences)
            Errors.Add("Date", $"Datum: In einen Antrag passen {options.Value.MostAbsences} Zeiten. Bitte stellen Sie für weitere einen neuen Antrag.");
        else if (AbsenceRules.Check(Form, Claim.Absences, clock.GetUtcNow(), Errors) is { } absence)
            return await SaveAsync([.. Claim.Absences.Append(absence).OrderBy(one => one.Begin)], cancellationToken);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(string? begin, CancellationToken cancellationToken) =>
        SaveAsync([.. Claim.Absences.Where(absence => KeyOf(absence) != begin)], cancellationToken);

    private async Task<IActionResult> SaveAsync(IReadOnlyList<Absence> absences, CancellationToken cancellationToken)
    {
        await claims.SaveAsync(Open, Claim with { Absences = absences }, cancellationToken);
        return Redirect(PathOf("zeiten"));
    }
}
