using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using DogLicence.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace DogLicence.Pages;

/// <summary>Step 2, zuständige Stelle: names the office and says why; from here the citizen begins the case.</summary>
public sealed partial class ZustaendigkeitModel(
    IAuthorityDirectory directory, CaseStore cases, IOptions<ApplicationOptions> options, ILogger<ZustaendigkeitModel> log) : PageModel
{
    public string Heading { get; private set; } = "Zuständige Stelle";

    public string Leistung { get; private set; } = "";

    public string Ort { get; private set; } = "";

    public string ServiceName { get; private set; } = "";

    public string PlaceName { get; private set; } = "";

    public CompetentOffice? Office { get; private set; }

    public IReadOnlyList<CompetentOffice> Choices { get; private set; } = [];

    public IReadOnlyList<Municipality> Places { get; private set; } = [];

    /// <summary>Why, in the language of the page.</summary>
    public IReadOnlyList<ExplanationStep> Steps { get; private set; } = [];

    public Notice? Notice { get; private set; }

    /// <summary>Only the one service this program is made for, and only where the office can be reached.</summary>
    public bool CanApply => Office is { MailAddress.Length: > 0 } && Leistung == options.Value.LeikaKey;

    public async Task<IActionResult> OnGetAsync(string? leistung, string? ort, CancellationToken cancellationToken)
    {
        if (!LeikaKey.TryParse(leistung, out var service))
            return Redirect("/?leistung=unbekannt");
        if (!RegionKey.TryParse(ort, out var region))
            return Redirect("/?ort=unbekannt");
        await ResolveAsync(service, region, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? leistung, string? ort, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(leistung, ort, cancellationToken);
        if (!CanApply)
            return shown;
        var begun = await cases.CreateAsync(new DogCase
        {
            LeikaKey = Leistung,
            ServiceName = ServiceName,
            RegionKey = Ort,
            PlaceName = PlaceName,
            Office = Office!,
        }, BrowserCookie.ReadOrIssue(HttpContext), cancellationToken);
        return Redirect($"/antrag/{begun.Id}/anmelden");
    }

    private async Task ResolveAsync(LeikaKey service, RegionKey region, CancellationToken cancellationToken)
    {
        (Leistung, Ort) = (service.ToString(), region.ToString());
        try
        {
            var services = await directory.ListServicesAsync(cancellationToken);
            ServiceName = services.FirstOrDefault(known => known.Key == service)?.Name ?? "diese Leistung";
            PlaceName = (await directory.FindPlacesAsync(Ort, cancellationToken)).FirstOrDefault(place => place.Key == region)?.Name ?? "diesem Ort";
            Show(await directory.ResolveAsync(service, Place.Of(region), cancellationToken));
        }
        catch (AuthoritiesException fault)
        {
            Notice = Trouble.Tell(fault, log);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private void Show(Competence answer)
    {
        Steps = answer.Explanation;
        switch (answer)
        {
            case Competence.Found found:
                (Heading, Office) = ("Diese Stelle ist zuständig", Copy(found.Office));
                if (found.Office.MailAddress is null)
                    Notice = new Notice("warning", "Die Anmeldung ist hier nicht online möglich", "Die Stelle hat kein Postfach für elektronische Anträge. Bitte wenden Sie sich direkt an sie.");
                break;
            case Competence.Ambiguous several:
                (Heading, Choices) = ("Mehrere Stellen kommen in Frage", [.. several.Offices.Select(Copy)]);
                Notice = new Notice("info", "Bitte fragen Sie bei einer dieser Stellen nach", "Aus den Daten geht nicht hervor, welche von ihnen entscheidet.");
                break;
            case Competence.NeedsPlaceChoice choice:
                (Heading, Places) = ("Bitte wählen Sie den Ort", choice.Candidates);
                break;
            case Competence.NotFound none:
                (Heading, Notice) = ("Keine Stelle gefunden", NoOffice.Notice(none.Reason));
                LogNoOffice(log, none.Reason, Leistung, Ort);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No office was found ({Reason}) for service {Service} at place {Place}.")]
    private static partial void LogNoOffice(ILogger log, NotFoundReason reason, string service, string place);

    private CompetentOffice Copy(Office office) => new(office.Name, AddressLines(office), office.MailAddress ?? "", [.. Steps.Select(step => step.Describe(Wording.GermanCulture))]);

    private static IReadOnlyList<string> AddressLines(Office office) =>
    [
        .. new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"{office.Address?.Street} {office.Address?.HouseNumber}").Trim(),
            string.Create(CultureInfo.InvariantCulture, $"{office.Address?.PostalCode} {office.Address?.City}").Trim(),
        }.Where(line => line.Length > 0),
    ];
}
