using System.Text;
using System.Xml.Linq;
using DogLicence.Documents;
using DogLicence.LogIns;

namespace DogLicence.Walkthrough;

/// <summary>The way of a breeder's company, as far as it differs from that of a citizen.</summary>
/// <param name="fresh">The service, once it has been started.</param>
public sealed class CompanysWay(Func<FreshServer> fresh) : IDisposable
{
    private static readonly XNamespace Ns = CaseXml.Namespace;
    private readonly Browser _browser = new();
    private string _number = "";

    public IReadOnlyList<WalkStep> Steps =>
    [
        new("Unternehmen anmelden", LogInAsync),
        new("Formular Unternehmen", FillInAsync),
        new("Bezahlen Unternehmen", PayAsync),
        new("Mail Unternehmen", CheckOfficeMailAsync),
    ];

    public void Dispose() => _browser.Dispose();

    private async Task<string> LogInAsync(CancellationToken ct)
    {
        await _browser.OpenAsync(fresh().Server.Address, ct);
        await _browser.PressAsync("Zuständige Stelle finden", new Dictionary<string, string> { ["ort"] = "Freiberg" }, cancellationToken: ct);
        _number = (await _browser.PressAsync("Hund jetzt online anmelden", cancellationToken: ct)).TextOf("main strong");
        var page = await _browser.LogInAsync(LogInWay.Unternehmenskonto, "Musterbau GmbH", ct);
        WalkException.Unless(page.Value("Firmenname") == "Musterbau GmbH", $"the form shows '{page.Value("Firmenname")}'");
        WalkException.Unless(page.Value("Geburtsdatum").Length == 0, "the form shows a date of birth");
        return $"{page.Value("Firmenname")}, {page.Value("Registernummer")}, {page.Value("Registergericht")}; es handelt {page.Value("Handelnde Person")}";
    }

    private async Task<string> FillInAsync(CancellationToken ct)
    {
        await _browser.PressAsync("Weiter", SampleAnswers.All, cancellationToken: ct);
        var page = await _browser.FollowAsync("Ohne neue Datei weiter", ct);
        WalkException.Unless(page.Value("Rechtsform") == "GmbH", $"the summary shows the legal form '{page.Value("Rechtsform")}'");
        return page.Heading;
    }

    private async Task<string> PayAsync(CancellationToken ct)
    {
        await _browser.PressAsync("Angaben bestätigen", cancellationToken: ct);
        await _browser.PressAsync("Zahlung vorbereiten", cancellationToken: ct);
        await _browser.FollowAsync("Zur Bezahlseite", ct);
        var page = await _browser.PressAsync("Bezahlen", cancellationToken: ct);
        WalkException.Unless(page.Value("Bezahlter Betrag").Length > 0, $"after paying the page is '{page.Heading}'");
        return page.Value("Bezahlter Betrag");
    }

    private async Task<string> CheckOfficeMailAsync(CancellationToken ct)
    {
        var mail = await new Inbox(_browser, fresh().Server.Sandbox!.Address).WaitForAsync($"Anmeldung eines Hundes, Vorgang {_number}", ct);
        var xml = (await mail.FilesAsync(ct)).Single(file => file.Name.EndsWith(".xml", StringComparison.Ordinal)).Content;
        var owner = XDocument.Parse(Encoding.UTF8.GetString(xml)).Root!.Element(Ns + "halter")!;
        WalkException.Unless(owner.Attribute("art")?.Value == "unternehmen", "the XML takes the company for a person");
        WalkException.Unless(owner.Element(Ns + "geburtsdatum") is null, "the XML holds a date of birth");
        return $"Halter: {owner.Element(Ns + "anzeigename")?.Value}, {owner.Element(Ns + "registernummer")?.Value}";
    }
}
