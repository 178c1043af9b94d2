using DogLicence.Cases;
using DogLicence.Documents;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 6, Zusammenfassung: the accessible original of the application.</summary>
public sealed class ZusammenfassungModel(CaseStore cases, Wording wording, TimeProvider clock) : CasePage
{
    public CaseSheet Sheet { get; private set; } = null!;

    /// <summary>Until a payment is begun; afterwards the page is there to read.</summary>
    public bool CanChange => Case.Row.Stage == CaseStage.Draft;

    protected override CaseStep Step => CaseStep.Summary;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Sheet = CaseSheet.Of(Case, await cases.FindProofAsync(Case, cancellationToken), wording);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!CanChange)
            return Redirect(PathOf(Case.Next));
        await cases.SaveAsync(Case, Case.Content with { ConfirmedAt = clock.GetUtcNow() }, cancellationToken: cancellationToken);
        return Redirect(PathOf(CaseStep.Pay));
    }
}
