using EmployerReimbursement.Cases;
using EmployerReimbursement.Submission;
using Microsoft.AspNetCore.Mvc;

namespace EmployerReimbursement.Pages.Antrag;

/// <summary>
/// Step 5: what is confirmed here is what the office gets. Application and sealed mail are saved together, and of two that confirm at once one only wins: so there is one mail, however
/// often the button is pressed.
/// </summary>
public sealed class ZusammenfassungModel(ClaimStore claims, OfficeMail office, TimeProvider clock) : ClaimPage
{
    public Notice? Notice { get; private set; }

    public bool HasProof { get; private set; }

    protected override bool IsDue => base.IsDue && Claim.IsComplete;

    public async Task OnGetAsync(CancellationToken cancellationToken) => HasProof = await claims.HasProofAsync(Open.Row.Id, cancellationToken);

    /// <param name="version">Of what the page showed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        if (version != Open.Row.Version)
        {
            Notice = new("warning", "Der Antrag wurde in einem anderen Fenster geändert", "Bitte prüfen Sie ihn noch einmal, bevor Sie ihn absenden.");
            await OnGetAsync(cancellationToken);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var confirmed = Open with { Content = Claim with { ConfirmedAt = clock.GetUtcNow() } };
        await office.SealAsync(confirmed, cancellationToken);
        await claims.SaveAsync(confirmed, confirmed.Content, cancellationToken);
        return Redirect(PathOf("stand"));
    }
}
