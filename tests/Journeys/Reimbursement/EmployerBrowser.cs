using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.Reimbursement;

/// <summary>An employer with a browser without scripts, step by step.</summary>
internal sealed class EmployerBrowser(ReimbursementBench bench) : IDisposable
{
    public const string Musterbau = "Musterbau GmbH";
    public const string Association = "Tierfreunde Beispielstadt e. V.";

    public static IReadOnlyDictionary<string, string> Details { get; } = new Dictionary<string, string>
    {
        ["Employee"] = "Ötzi D’Arcy-Weiẞ",
        ["FireBrigade"] = "Ortsfeuerwehr Büffelfels",
        ["Iban"] = "DE89 3704 0044 0532 0130 00",
    };

    public global::DogLicence.Walkthrough.Browser Browser { get; } = new();

    public Shown Page => Browser.Page;

    /// <summary>Path of the application, such as <c>/antrag/x/</c>.</summary>
    public string Case => string.Join('/', Page.Address.AbsolutePath.Split('/').Take(3)) + "/";

    public static Dictionary<string, string> Absence(string date, string from = "8:30", string until = "11:00", string gross = "23,50", string share = "4,82") => new()
    {
        ["Date"] = date,
        ["From"] = from,
        ["Until"] = until,
        ["Duty"] = "Deployment",
        ["Gross"] = gross,
        ["Share"] = share,
    };

    public Task<Shown> OpenAsync(string path) => Browser.OpenAsync(new Uri(bench.Address, path));

    public async Task BeginAsync(string company = Musterbau)
    {
        await OpenAsync("/?ort=Freiberg");
        await Browser.PressAsync("Mit Unternehmenskonto anmelden und beginnen");
        if (Page.Address.Host != bench.Address.Host || Page.Heading == "Weiter zur Anmeldung")
            await LogInAsync(company);
    }

    /// <summary>From the page that carries the request.</summary>
    public async Task LogInAsync(string company)
    {
        await Browser.PressAsync("Weiter zur Anmeldung");
        await Browser.PressAsync($"Anmelden als {company}");
        await Browser.PressAsync("Weiter zur Anwendung");
    }

    /// <summary>Everything up to the summary; the number of the application.</summary>
    public async Task<string> WalkToSummaryAsync(string company = Musterbau)
    {
        await BeginAsync(company);
        await Browser.PressAsync("Weiter", Details);
        await Browser.PressAsync("Zeit hinzufügen", Absence("05.03.2026"));
        await Browser.FollowAsync("Alle Zeiten eingetragen");
        await Browser.FollowAsync("Ohne neue Datei weiter");
        Page.Heading.Should().Be("Stimmt alles?");
        return Page.TextOf("main strong");
    }

    public void Dispose() => Browser.Dispose();
}
