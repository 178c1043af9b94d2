using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using DogLicence.Cases;
using DogLicence.Fields;
using DogLicence.Hosting;
using DogLicence.Registration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace DogLicence.Pages;

/// <summary>Step 1, Ort und Leistung: finds the place by name or postal code.</summary>
public sealed partial class IndexModel(IAuthorityDirectory directory, CaseStore cases, IOptions<ApplicationOptions> options, ILogger<IndexModel> log) : PageModel
{
    public string? PlaceText { get; private set; }

    public string ServiceKey { get; private set; } = options.Value.LeikaKey;

    public IReadOnlyList<PublicService> Services { get; private set; } = [];

    public IReadOnlyList<Municipality> Places { get; private set; } = [];

    public FieldErrors Errors { get; } = new();

    public Notice? Notice { get; private set; }

    public UnfinishedCase? Unfinished { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? ort, string? leistung, CancellationToken cancellationToken)
    {
        if (BrowserCookie.Read(Request) is { } secret)
            Unfinished = await cases.FindUnfinishedAsync(secret, cancellationToken);
        try
        {
            Services = await directory.ListServicesAsync(cancellationToken);
            ChooseService(leistung);
            if (Request.Query.ContainsKey("ort"))
                await SearchAsync(ort ?? "", cancellationToken);
        }
        catch (AuthoritiesException fault)
        {
            Notice = Trouble.Tell(fault, log);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return Places.Count == 1 && !Errors.Any ? Redirect($"/zustaendigkeit?leistung={ServiceKey}&ort={Places[0].Key}") : Page();
    }

    /// <summary>What tells places of one name apart.</summary>
    public static Message Detail(Municipality place)
    {
        var codes = place.PostalCodes;
        if (codes.Count < 2)
            return string.Join(", ", codes.Select(code => code.ToString()).Append(place.District ?? "").Where(text => text.Length > 0));
        if (place.District is { } district)
            return $"{codes[0]} bis {codes[^1]}, {district}";
        return $"{codes[0]} bis {codes[^1]}";
    }

    private void ChooseService(string? key)
    {
        if (key is null)
            return;
        if (LeikaKey.TryParse(key, out var service) && Services.Any(known => known.Key == service))
            ServiceKey = service.ToString();
        else
        {
            LogUnknownService(log);
            Errors.Add("leistung", "Leistung: Dieser Leistungsschlüssel ist nicht bekannt. Bitte wählen Sie eine Leistung aus der Liste.");
        }
    }

    private async Task SearchAsync(string text, CancellationToken cancellationToken)
    {
        PlaceText = text.Trim();
        if (Errors.Line("ort", text, "Ort", 100) is not { } place)
            return;
        Places = await directory.FindPlacesAsync(place, cancellationToken);
        if (Places.Count > 0)
            return;
        LogUnknownPlace(log);
        Errors.Add("ort", "Ort: Diesen Ort haben wir nicht gefunden. Bitte prüfen Sie die Schreibweise, oder geben Sie die Postleitzahl ein.");
    }

    // What was typed stays out of the log: it may be anything, a name or an address too.
    [LoggerMessage(Level = LogLevel.Information, Message = "A service key was asked for that is malformed or not in the directory.")]
    private static partial void LogUnknownService(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "A place was asked for that the directory does not know.")]
    private static partial void LogUnknownPlace(ILogger log);
}
