using System.Text.RegularExpressions;
using DogLicence.Hosting;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Browser;

/// <summary>A citizen at a browser, step by step; an attentive one looks at every page on the way.</summary>
internal sealed class Citizen(IPage page, Func<RunningService> server, string pictures, bool attentive, bool scripts = true)
{
    private readonly List<string> _refusals = ListenForRefusals(page);
    private int _pictures;

    public IPage Page => page;

    public string Number { get; private set; } = "";

    /// <summary>Address of the case, such as <c>/antrag/x</c>.</summary>
    public string CasePath => string.Join('/', new Uri(page.Url).AbsolutePath.Split('/').Take(3));

    /// <summary>Waits for the page with this heading: what was pressed may lead there over redirects and pages that send themselves.</summary>
    public async Task ArriveAtAsync(string heading)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading, new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });
        // The driver misses some load events, and its other waits need the frames of a page that may not run scripts.
        await Assertions.Expect(page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete", new LocatorAssertionsToHaveJSPropertyOptions { Timeout = 30_000 });
    }

    public async Task LookAsync(string name, string language = "de")
    {
        await page.LookAsync($"{pictures}-{++_pictures:00}-{name}", language);
        _refusals.Should().BeEmpty("nothing on the pages needs more than the Content-Security-Policy allows");
    }

    public async Task OpenAsync(string path) => await page.GotoAsync(new Uri(server().Address, path).AbsoluteUri);

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).ClickAsync();

    public async Task BeginAsync(string place = "Freiberg")
    {
        await OpenAsync("/");
        await GlanceAsync("ort");
        await page.GetByLabel("Wo lebt der Hund?").FillAsync(place);
        await PressAsync("Zuständige Stelle finden");
        await GlanceAsync("zustaendigkeit");
        await PressAsync("Hund jetzt online anmelden");
        await ArriveAtAsync("Melden Sie sich an");
        await GlanceAsync("anmelden");
        Number = await page.InnerTextAsync("main strong");
    }

    /// <summary>Over BundID, if no other log-in is named; without a person the citizen gives up.</summary>
    public async Task LogInAsync(string person, LogInWay? way = null)
    {
        var chosen = way ?? LogInWay.BundId;
        await FollowAsync(chosen.Button);
        if (chosen == LogInWay.Ausweis)
        {
            await ArriveAtAsync("Mit dem Online-Ausweis anmelden");
            await GlanceAsync("ausweis");
            await FollowAsync("AusweisApp auf diesem Computer öffnen");
        }
        else if (!scripts && chosen != LogInWay.Broker)
            await PostRequestAsync();
        await ChooseAsync(person, chosen);
    }

    /// <summary>The page that carries the request, where it does not go by itself.</summary>
    public async Task PostRequestAsync()
    {
        await ArriveAtAsync("Weiter zur Anmeldung");
        // The accessibility check is a script itself.
        if (scripts)
            await LookAsync("anfrage");
        await PressAsync("Weiter zur Anmeldung");
    }

    /// <summary>At the log-in service: chooses who logs in, and goes back.</summary>
    public async Task ChooseAsync(string person, LogInWay way)
    {
        await ArriveAtAsync(way == LogInWay.Ausweis ? "Online-Ausweis" : "Anmelden");
        await GlanceAsync("personenwahl");
        await PressAsync(LogInPages.ButtonOf(way, person));
        if (way == LogInWay.Broker || way == LogInWay.Ausweis)
            return;
        await ArriveAtAsync("Zurück zur Anwendung");
        await GlanceAsync("antwort");
        await PressAsync("Weiter zur Anwendung");
    }

    /// <summary>Waits for the form, which greets companies in another way than people.</summary>
    public Task ArriveAtFormAsync() =>
        Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(new Regex("^Angaben zu(m Unternehmen| Ihnen) und zum Hund$"), new LocatorAssertionsToHaveTextOptions { Timeout = 30_000 });

    public async Task FillInAsync(IReadOnlyDictionary<string, string>? changes = null)
    {
        await ArriveAtFormAsync();
        await GlanceAsync("formular");
        foreach (var (field, value) in SampleAnswers.All.Concat(changes ?? new Dictionary<string, string>()))
            await EnterAsync(field, value);
        await PressAsync("Weiter");
    }

    public async Task AttachAsync()
    {
        await ArriveAtAsync("Nachweis der Versicherung");
        await GlanceAsync("nachweis");
        await page.GetByLabel("Versicherungsschein").SetInputFilesAsync(new FilePayload { Name = "police.pdf", MimeType = "application/pdf", Buffer = SampleAnswers.Proof });
        await PressAsync("Datei beifügen und weiter");
    }

    public async Task ConfirmAsync()
    {
        await ArriveAtAsync("Stimmt alles?");
        await GlanceAsync("zusammenfassung");
        await PressAsync("Angaben bestätigen und weiter zum Bezahlen");
        await ArriveAtAsync("Hundesteuer bezahlen");
        await GlanceAsync("bezahlen");
    }

    public async Task GoPayAsync()
    {
        await PressAsync("Zahlung vorbereiten");
        await GlanceAsync("bezahlen-bereit");
        await FollowAsync("Zur Bezahlseite");
        await GlanceAsync("bezahlseite");
    }

    /// <summary>Everything up to the pay page.</summary>
    public async Task WalkToPayPageAsync(string person = "Erika Mustermann", LogInWay? way = null)
    {
        await BeginAsync();
        await LogInAsync(person, way);
        await FillInAsync();
        await AttachAsync();
        await ConfirmAsync();
        await GoPayAsync();
    }

    private static List<string> ListenForRefusals(IPage page)
    {
        var refusals = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                refusals.Add($"{page.Url}: {message.Text}");
        };
        return refusals;
    }

    private Task GlanceAsync(string name) => attentive ? LookAsync(name) : Task.CompletedTask;

    private async Task EnterAsync(string field, string value)
    {
        var inputs = page.Locator($"[name={field}]");
        if (await inputs.CountAsync() == 1)
            await inputs.FillAsync(value);
        else
            await page.Locator($"[name={field}][value={value}]").CheckAsync();
    }
}
