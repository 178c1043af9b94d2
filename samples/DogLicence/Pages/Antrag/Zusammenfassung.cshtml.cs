using DogLicence.Cases;
using DogLicence.Documents;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 6, Zusammenfassung: the accessible original of the application.</summary>
public sealed class ZusammenfassungModel(CaseStore cases, CaseDocuments documents, TimeProvider clock) : CasePage
{
    public CaseSheet Sheet { get; private set; } = null!;

    protected override CaseStep Step => CaseStep.Summary;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Sheet = documents.Sheet(Case, await cases.FindProofAsync(Case, cancellationToken));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await cases.SaveAsync(Case, Case.Content with { ConfirmedAt = clock.GetUtcNow() }, cancellationToken: cancellationToken);
        return Redirect(PathOf(CaseStep.Pay));
    }
}
