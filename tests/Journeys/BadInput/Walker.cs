using System.Net;
using System.Net.Http.Json;
using DogLicence.Cases;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>A fresh service and a citizen without a real browser, who goes wrong on purpose. Everything logged is kept at the finest level.</summary>
internal sealed class Walker : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["BaseComponents:Payments:Reconciler:Interval"] = "00:00:00.200",
        ["BaseComponents:Payments:Reconciler:Delays:0"] = "00:00:00.500",
        ["BaseComponents:Eid:Broker:RequestTimeout"] = "00:00:02",
        ["Submission:Interval"] = "00:00:00.200",
        ["Submission:FirstRetry"] = "00:00:01",
        ["Logging:LogLevel:Default"] = "Debug",
    };

    private Walker(FreshServer fresh, LogBook log) => (Fresh, Log) = (fresh, log);

    public FreshServer Fresh { get; }

    public LogBook Log { get; }

    public global::DogLicence.Walkthrough.Browser Browser { get; } = new();

    public Shown Page => Browser.Page;

    public string Number { get; private set; } = "";

    public static async Task<Walker> StartAsync(Action<IServiceCollection>? services = null, params IEnumerable<(string Key, string Value)> settings)
    {
        var log = new LogBook();
        var together = settings.Aggregate(new Dictionary<string, string?>(Settings), (all, setting) => new(all) { [setting.Key] = setting.Value });
        var fresh = await FreshServer.StartAsync(together, TestPaths.Sample, all =>
        {
            all.AddLogging(logging => logging.ClearProviders().AddProvider(log));
            services?.Invoke(all);
        });
        return new Walker(fresh, log);
    }

    public Task<Shown> OpenAsync(string path) => Browser.OpenAsync(new Uri(Fresh.Server.Address, path));

    public async Task BeginAsync()
    {
        await OpenAsync("/zustaendigkeit?leistung=99102013104000&ort=145220180180");
        await Browser.PressAsync("Hund jetzt online anmelden");
        Number = Page.TextOf("main strong");
    }

    public Task LogInAsync(LogInWay? way = null, string person = "Zoë") => Browser.LogInAsync(way ?? LogInWay.Broker, person);

    /// <summary>Lets the next answer of the Sandbox go wrong.</summary>
    public async Task ArmAsync(string fault)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync(new Uri(Fresh.Server.Sandbox!.Address, "/_sandbox/faults"), new { name = fault, times = 1, milliseconds = 0 });
        answer.EnsureSuccessStatusCode();
    }

    public async Task WalkToPaymentAsync()
    {
        await BeginAsync();
        await LogInAsync();
        await Browser.PressAsync("Weiter", SampleAnswers.All);
        await Browser.FollowAsync("Ohne neue Datei weiter");
        await Browser.PressAsync("Angaben bestätigen");
    }

    public async Task PayAsync()
    {
        await Browser.PressAsync("Zahlung vorbereiten");
        await Browser.FollowAsync("Zur Bezahlseite");
        await Browser.PressAsync("Bezahlen");
    }

    /// <summary>Changes the case in the database behind the program's back.</summary>
    public async Task ChangeRowAsync(Action<CaseRow> change)
    {
        await using var scope = Fresh.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDb>();
        change(await db.Cases.SingleAsync(row => row.Number == Number));
        await db.SaveChangesAsync();
    }

    public async Task WaitForLogAsync(string text)
    {
        for (var i = 0; i < 200 && !Log.All.Contains(text, StringComparison.Ordinal); i++)
            await Task.Delay(100);
        Log.All.Should().Contain(text);
    }

    /// <summary>The page is a German one of ours: no technical word, no stack, the status says that something is wrong.</summary>
    public void PageSays(string text, HttpStatusCode status = HttpStatusCode.OK)
    {
        Page.Text.Should().Contain(text, "the log says {0}", Log.Errors);
        Page.Status.Should().Be(status);
        Page.Text.Should().NotContainAny("Exception", "   at ", "docs/errors.md", "127.0.0.1");
    }

    /// <summary>Nothing of the person, of the dog or of a secret stands in the log.</summary>
    public void LogLeaksNothing() =>
        Log.All.Should().NotContainAny("WEIẞ", "MBANGO", "KLOẞSTRA", "zoe@buerger", "Büffel", "276098106123456", "HV-12345", "id_token=", "client_secret=");

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Fresh.DisposeAsync();
    }
}
