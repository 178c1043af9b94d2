using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;
using EmployerReimbursement.Hosting;
using EmployerReimbursement.Pages.Antrag;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EmployerReimbursement.Pages;

/// <summary>Step 1: the place of the fire brigade decides which municipality pays; here the application begins.</summary>
public sealed partial class IndexModel(IAuthorityDirectory directory, ClaimStore claims, IOptions<ServiceOptions> options, ILogger<IndexModel> log) : PageModel
{
    public ServiceOptions Options => options.Value;

    public FieldErrors Errors { get; } = new();

    public Notice? Notice { get; private set; }

    public string? PlaceText { get; private set; }

    public IReadOnlyList<Municipality> Places { get; private set; } = [];

    /// <summary>The application as it would begin: place and office alone.</summary>
    public Claim? Office { get; private set; }

    public async Task OnGetAsync(string? ort, CancellationToken cancellationToken)
    {
        if (!Request.Query.ContainsKey("ort"))
            return;
        PlaceText = ort?.Trim();
        try
        {
            await FindAsync(ort, cancellationToken);
        }
        catch (AuthoritiesException fault)
        {
            LogFault(log, fault.Code, fault);
            Notice = new("danger", "Das Verzeichnis der Behörden ist gerade nicht erreichbar", "Bitte versuchen Sie es in einigen Minuten noch einmal.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    public async Task<IActionResult> OnPostAsync(string? ort, CancellationToken cancellationToken)
    {
        // Looked up again: what the form says is anybody's.
        await FindAsync(ort, cancellationToken);
        if (Office is null)
            return Page();
        var id = await claims.BeginAsync(Office, ClaimStore.Browser.ReadOrIssue(HttpContext), cancellationToken);
        return Redirect(ClaimPage.PathOf(id, "angaben"));
    }

    private async Task FindAsync(string? text, CancellationToken cancellationToken)
    {
        if (Errors.Line("ort", text, "Ort", 100) is not { } place)
            return;
        Places = await directory.FindPlacesAsync(place, cancellationToken);
        if (Places.Count == 0)
            Errors.Add("ort", "Ort: Diesen Ort haben wir nicht gefunden. Bitte prüfen Sie die Schreibweise, oder geben Sie die Postleitzahl ein.");
        else if (Places.Count == 1)
            await ResolveAsync(Places[0], cancellationToken);
    }

    private async Task ResolveAsync(Municipality place, CancellationToken cancellationToken)
    {
        var answer = await directory.ResolveAsync(LeikaKey.Parse(options.Value.LeikaKey), Place.Of(place.Key), cancellationToken);
        if (answer is Competence.Found { Office: { MailAddress: { } mail } office })
            Office = new Claim
            {
                LeikaKey = options.Value.LeikaKey,
                RegionKey = place.Key.ToString(),
                PlaceName = place.ShortName,
                OfficeName = office.Name,
                OfficeMail = mail,
                Statute = options.Value.Statute,
            };
        else
            Notice = new("warning", "Für diesen Ort ist online keine Stelle zu erreichen", "Das heißt nicht, dass niemand zuständig ist. Bitte fragen Sie bei der Stadt- oder Gemeindeverwaltung nach.");
    }

    [LoggerMessage(1, LogLevel.Error, "The directory of authorities failed: {Code}.")]
    private static partial void LogFault(ILogger log, string code, Exception fault);
}
