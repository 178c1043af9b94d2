using DogLicence.Cases;
using DogLicence.Documents;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>The application as a PDF, at every step from the summary on.</summary>
public sealed class PdfModel(CaseStore cases, CaseDocuments documents) : CasePage
{
    protected override CaseStep Step => CaseStep.Document;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var content = documents.Pdf(Case, await cases.FindProofAsync(Case, cancellationToken));
        return File(content, "application/pdf", $"{Case.Row.Number}.pdf");
    }
}
