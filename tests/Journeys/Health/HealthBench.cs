using BaseComponents.Tests.Journeys.BadInput;
using DogLicence.Walkthrough;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Page = DogLicence.Walkthrough.Shown;
using PlainBrowser = DogLicence.Walkthrough.Browser;

namespace BaseComponents.Tests.Journeys.Health;

/// <summary>A fresh service for health certificates with the Sandbox inside. Everything logged is kept at the finest level.</summary>
internal sealed class HealthBench : IAsyncDisposable
{
    private const string Certificate = "99003002022000";

    private HealthBench(FreshServer fresh, LogBook log) => (Fresh, Log) = (fresh, log);

    public static string Sample { get; } = Path.Combine(TestPaths.Root, "samples", "HealthCertificate");

    /// <summary>Right answers, the declaration, and no wish for a mail.</summary>
    public static IReadOnlyDictionary<string, string> Answers { get; } =
        new Dictionary<string, string> { ["Frage1"] = "b", ["Frage2"] = "a", ["Frage3"] = "c", ["Erklaerung"] = "keine" };

    public FreshServer Fresh { get; }

    public LogBook Log { get; }

    public Uri Address => Fresh.Server.Address;

    public static async Task<HealthBench> StartAsync(Action<IServiceCollection>? services = null, params IEnumerable<(string Key, string Value)> settings)
    {
        var log = new LogBook();
        var all = new Dictionary<string, string?>
        {
            ["HealthCertificate:WorkInterval"] = "00:00:00.100",
            ["HealthCertificate:FormsPerMinute"] = "10000",
            // The office may confirm at once, so that no test waits for an appointment.
            ["Appointments:ConfirmBefore"] = "60.00:00:00",
            ["BaseComponents:Payments:Reconciler:Interval"] = "00:00:00.100",
            ["BaseComponents:Payments:Reconciler:Delays:0"] = "00:00:00.200",
            ["BaseComponents:SecureMail:Outbox:Pause"] = "00:00:00.100",
            ["Logging:LogLevel:Default"] = "Debug",
            ["Logging:Console:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var fresh = await FreshServer.StartAsync(all, Sample, some =>
        {
            some.AddLogging(logging => logging.AddProvider(log));
            services?.Invoke(some);
        }, plan: Composition.Plan);
        return new HealthBench(fresh, log);
    }

    public Task<Page> OpenAsync(PlainBrowser browser, string path) => browser.OpenAsync(new Uri(Address, path));

    /// <summary>Chooses the first appointment of the health office for Freiberg that is free.</summary>
    public async Task<Page> ReserveAsync(PlainBrowser browser)
    {
        var page = await OpenAsync(browser, "/termine?ort=145220180180");
        return await browser.PressAsync("Platz reservieren", new Dictionary<string, string> { ["termin"] = FirstSlot(page) });
    }

    public static string FirstSlot(Page page) => page.Document.QuerySelector("input[name=termin]")!.GetAttribute("value")!;

    public static async Task<Page> LogInAsync(PlainBrowser browser, string person = "Erika Mustermann")
    {
        if (browser.Page.Document.QuerySelector("a[href*=Start]") is not null)
            await browser.FollowAsync("Mit BundID anmelden");
        await browser.PressAsync("Weiter zur Anmeldung");
        await browser.PressAsync("Anmelden als " + person);
        return await browser.PressAsync("Weiter zur Anwendung");
    }

    /// <summary>As far as the page on which one pays.</summary>
    public async Task<Page> WalkToPaymentAsync(PlainBrowser browser, string person = "Erika Mustermann", params IEnumerable<(string Key, string Value)> more)
    {
        await ReserveAsync(browser);
        await LogInAsync(browser, person);
        return await browser.PressAsync("Erklären und weiter", Answers.Concat(more.Select(field => KeyValuePair.Create(field.Key, field.Value))).ToDictionary());
    }

    public static async Task<Page> PayAsync(PlainBrowser browser, string how = "Bezahlen")
    {
        await browser.PressAsync("€ bezahlen");
        await browser.FollowAsync("Zur Bezahlseite");
        return await browser.PressAsync(how);
    }

    /// <summary>Asks again until the page says it.</summary>
    public async Task<Page> UntilAsync(PlainBrowser browser, string text)
    {
        var address = browser.Page.Address;
        for (var tries = 0; tries < 200 && !browser.Page.Text.Contains(text, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
            await browser.OpenAsync(address);
        }

        browser.Page.Text.Should().Contain(text, "the log says {0}", Log.Errors);
        return browser.Page;
    }

    public async Task<InboxMail> MailAsync(string subject)
    {
        using var browser = new PlainBrowser();
        return await new Inbox(browser, Fresh.Server.Sandbox!.Address).WaitForAsync(subject, TestContext.Current.CancellationToken);
    }

    /// <summary>The code with which the office confirms, as its mail holds it.</summary>
    public async Task<string> OfficeCodeAsync(string number)
    {
        var mail = await MailAsync($"Belehrung, Vorgang {number}");
        return System.Text.RegularExpressions.Regex.Match(mail.Shown, "[0-9A-Z]{5}(-[0-9A-Z]{5}){3}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    public async Task<CaseRow> RowAsync(string number)
    {
        await using var scope = Fresh.Server.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<CaseDb>().Cases.Single(row => row.Number == number);
    }

    public static string NumberOn(Page page) => page.Heading.Split(' ')[^1];

    public ValueTask DisposeAsync() => Fresh.DisposeAsync();
}
