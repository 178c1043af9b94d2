using BaseComponents.Authorities;
using HealthCertificate.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Pages;

/// <summary>Step 1: the place, by name or postal code.</summary>
public sealed class IndexModel(IAuthorityDirectory directory, IOptionsMonitor<ServiceOptions> options) : PageModel
{
    public FieldErrors Errors { get; } = new();

    public string? Text { get; private set; }

    public IReadOnlyList<Municipality> Places { get; private set; } = [];

    public decimal Fee => options.CurrentValue.Fee;

    public string FeeStatute => options.CurrentValue.FeeStatute;

    public async Task<IActionResult> OnGetAsync(string? ort, CancellationToken cancellationToken)
    {
        if (!Request.Query.ContainsKey("ort"))
            return Page();
        Text = ort;
        if (Errors.Line("ort", ort, "Ort", 100) is not { } place)
            return Page();
        Places = await directory.FindPlacesAsync(place, cancellationToken);
        if (Places.Count == 0)
            Errors.Add("ort", "Ort: Diesen Ort haben wir nicht gefunden. Bitte prüfen Sie die Schreibweise, oder geben Sie die Postleitzahl ein.");
        return Places.Count == 1 ? Redirect($"/termine?ort={Places[0].Key}") : Page();
    }
}
