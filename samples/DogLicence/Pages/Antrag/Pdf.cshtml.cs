using DogLicence.Cases;
using DogLicence.Documents;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>The application as a PDF, at every step from the summary on.</summary>
public sealed class PdfModel(CaseStore cases, CasePdf pdf) : CasePage
{
    protected override CaseStep Step => CaseStep.Document;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var content = pdf.Write(CaseSheet.Of(Case, await cases.FindProofAsync(Case, cancellationToken)));
        return File(content, "application/pdf", $"{Case.Row.Number}.pdf");
    }
}
