using BaseComponents.Eid;
using BaseComponents.Tests.Journeys.BadInput;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>
/// Everybody the Sandbox knows walks the whole way over every log-in that takes them, while application and Sandbox log everything there is at the finest level.
/// Then both logs are searched for everything that arrived about anybody.
/// </summary>
public sealed class NobodyInTheLogTests : IAsyncLifetime
{
    private readonly LogBook _log = new();
    private readonly LogBook _sandboxLog = new();
    private readonly Harvest _harvest = new();
    private readonly Dictionary<string, string> _ends = [];
    private FreshServer _fresh = null!;

    public async ValueTask InitializeAsync() => _fresh = await FreshServer.StartAsync(
        Settings(),
        TestPaths.Sample,
        services => services.AddLogging(logging => logging.ClearProviders().AddProvider(_log)).AddSingleton<IClaimsTransformation>(_harvest),
        logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_sandboxLog));

    [Fact]
    public async Task The_log_of_full_sessions_names_nobody()
    {
        foreach (var person in await PersonsAsync())
            foreach (var way in LogInWay.All)
                await WalkAsync(person, way);
        // By label: whoever is missing here was never tried.
        _ends.Should().HaveCount(12 * LogInWay.All.Count);
        _ends.Where(end => end.Value == "Ihre Anmeldung ist eingegangen").Should().HaveCount(7 + 5 + 3 + 9, "{0}", string.Join(", ", _ends));
        _harvest.Users.Should().Be(8 + 7 + 3 + 10, "each account has another pseudonym at each log-in");
        _harvest.Needles.Values.Should().HaveCountGreaterThan(100).And.Contain(["MUSTERMANN", "1964-08-12", "SCHILLERSTRAẞE 17", "post@musterbau.example", "Musterbau GmbH", "HRB 99001"]);

        _log.Lines.Should().HaveCountGreaterThan(10_000).And.Contain(line => line.Contains("Log-in over BundId", StringComparison.Ordinal));
        _sandboxLog.Lines.Should().HaveCountGreaterThan(1_000).And.Contain(line => line.Contains("/unternehmenskonto/", StringComparison.Ordinal));
        using var together = new AssertionScope();
        _harvest.Needles.FindIn(_log.Lines).Should().BeEmpty("the application logs nobody");
        _harvest.Needles.FindIn(_sandboxLog.Lines).Should().BeEmpty("the Sandbox logs nobody");
    }

    public async ValueTask DisposeAsync()
    {
        await _fresh.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task<List<string>> PersonsAsync()
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        var page = await browser.OpenAsync(new Uri(_fresh.Server.Sandbox!.Address, "/broker/persons"));
        foreach (var value in page.Document.QuerySelectorAll("section dd").Select(dd => dd.TextContent))
            if (value != "nicht übermittelt" && !value.Contains("Vertrauensniveau", StringComparison.Ordinal) && !value.Contains("Basisregistrierung", StringComparison.Ordinal))
                _harvest.Needles.Add(value);
        var labels = page.Document.QuerySelectorAll("section h2").Select(label => label.TextContent).ToList();
        labels.ForEach(_harvest.Needles.Add);
        return labels;
    }

    private async Task WalkAsync(string person, LogInWay way)
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await browser.OpenAsync(new Uri(_fresh.Server.Address, "/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        await browser.PressAsync("Hund jetzt online anmelden");
        var number = browser.Page.TextOf("main strong");
        if (await LogInAsync(browser, person, way) && browser.Page.Heading.StartsWith("Angaben zu", StringComparison.Ordinal))
            await RegisterAsync(browser, number);
        _ends[$"{person} over {way.Name}"] = browser.Page.Heading;
    }

    private async Task<bool> LogInAsync(global::DogLicence.Walkthrough.Browser browser, string person, LogInWay way)
    {
        var request = await browser.FollowAsync(way.Button);
        if (way == LogInWay.Ausweis)
            await browser.FollowAsync("AusweisApp auf diesem Computer öffnen");
        else if (way != LogInWay.Broker)
            await browser.PressAsync("Weiter zur Anmeldung");
        var button = LogInPages.ButtonOf(way, person);
        if (!browser.Page.Text.Contains(button, StringComparison.Ordinal))
            return false;
        await browser.PressAsync(button);
        if (way == LogInWay.Broker || way == LogInWay.Ausweis)
            return true;
        if (!person.StartsWith("Carla", StringComparison.Ordinal))
        {
            _harvest.Add(new OpenedAnswers(_fresh.Server.Sandbox!.Configuration, _fresh.Server.Address).Open(way, request, browser.Page));
            // The answer itself: its beginning and its end are the same for many, its middle is not.
            var answer = OpenedAnswers.Field(browser.Page, "SAMLResponse");
            _harvest.Needles.Add(answer[(answer.Length / 2)..(answer.Length / 2 + 40)]);
        }

        await browser.PressAsync("Weiter zur Anwendung");
        return true;
    }

    private async Task RegisterAsync(global::DogLicence.Walkthrough.Browser browser, string number)
    {
        // The mail address stays the one that came with the log-in.
        await browser.PressAsync("Weiter", SampleAnswers.All.Where(answer => answer.Key != "ContactMail").ToDictionary());
        await browser.PressAsync("Datei beifügen", upload: new Upload("datei", "police.pdf", SampleAnswers.Proof));
        await browser.DownloadAsync(browser.Page.Link("Antrag als PDF"));
        await browser.PressAsync("Angaben bestätigen");
        await browser.PressAsync("Zahlung vorbereiten");
        await browser.FollowAsync("Zur Bezahlseite");
        var receipt = await browser.PressAsync("Bezahlen");
        using var reader = new global::DogLicence.Walkthrough.Browser();
        await new Inbox(reader, _fresh.Server.Sandbox!.Address).WaitForAsync($"Anmeldung eines Hundes, Vorgang {number}", TestContext.Current.CancellationToken);
        await browser.OpenAsync(receipt.Address);
    }

    // The widest of all requests: whatever BundID can tell travels.
    private static Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Submission:Interval"] = "00:00:00.200",
            ["DogLicence:FormsPerMinute"] = "100000",
        };
        string[] categories = ["Default", "Microsoft.AspNetCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient", "Microsoft.Hosting.Lifetime", "BaseComponents.SecureMail"];
        foreach (var category in categories)
            settings[$"Logging:LogLevel:{category}"] = "Trace";
        foreach (var (index, attribute) in new[] { EidAttribute.PlaceOfBirth, EidAttribute.Nationality, EidAttribute.Mailbox }.Index())
            (settings[$"BaseComponents:Eid:BundId:Attributes:{100 + index}:Attribute"], settings[$"BaseComponents:Eid:BundId:Attributes:{100 + index}:Purpose"]) = (attribute.ToString(), "test");
        return settings;
    }
}
