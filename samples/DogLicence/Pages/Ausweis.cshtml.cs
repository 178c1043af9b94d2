using BaseComponents.Eid.AspNetCore;
using DogLicence.LogIns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DogLicence.Pages;

/// <summary>Leads to the AusweisApp. In a browser that has no such log-in before it there is nothing to show.</summary>
public sealed class AusweisModel : PageModel
{
    public EidServerLaunch Launch { get; private set; } = null!;

    public string Back { get; private set; } = "/";

    public IActionResult OnGet()
    {
        if (HttpContext.GetEidServerLaunch() is not { } launch)
            return Redirect("/anmeldung/ergebnis?outcome=expired");
        Launch = launch;
        Back = LogInAddress.Parse(launch.ReturnUrl)?.Address.Page ?? "/";
        return Page();
    }
}
