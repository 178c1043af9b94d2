using DogLicence.Cases;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>Leads to the step that is due.</summary>
public sealed class WeiterModel : CasePage
{
    protected override CaseStep Step => CaseStep.LogIn;

    public IActionResult OnGet() => Redirect(PathOf(Case.Next));
}
