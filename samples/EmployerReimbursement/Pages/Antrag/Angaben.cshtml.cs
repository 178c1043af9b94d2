using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;
using Microsoft.AspNetCore.Mvc;

namespace EmployerReimbursement.Pages.Antrag;

/// <summary>Step 2: the employer comes from the log-in; who served, where, and the account are typed.</summary>
public sealed class AngabenModel(ClaimStore claims) : ClaimPage
{
    [BindProperty]
    public string? Employee { get; set; }

    [BindProperty]
    public string? FireBrigade { get; set; }

    /// <summary>As typed; what is stored never comes back into the form.</summary>
    [BindProperty]
    public string? Iban { get; set; }

    public FieldErrors Errors { get; } = new();

    public void OnGet() => (Employee, FireBrigade) = (Claim.Employee, Claim.FireBrigade);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var employee = Errors.Line("Employee", Employee, "Vor- und Nachname", 120);
        var brigade = Errors.Line("FireBrigade", FireBrigade, "Name der Feuerwehr", 100);
        var iban = Claim.Iban is not null && string.IsNullOrWhiteSpace(Iban) ? Claim.Iban : Errors.Account("Iban", Iban)?.ToString();
        if (Errors.Any)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await claims.SaveAsync(Open, Claim with { Employee = employee, FireBrigade = brigade, Iban = iban }, cancellationToken);
        return Redirect(PathOf("zeiten"));
    }
}
