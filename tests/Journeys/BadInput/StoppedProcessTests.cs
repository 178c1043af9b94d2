using System.Text.Json;
using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>The program as its own process, told to stop (SIGTERM) while somebody is at work: it ends in time, and nothing is lost.</summary>
public sealed class StoppedProcessTests : IDisposable
{
    private readonly DogLicenceProcess _program = new();

    [Fact]
    public async Task Whoever_is_in_the_midst_of_it_loses_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM.");
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await _program.StartAsync();
        await browser.OpenAsync(_program.Address("/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        var number = (await browser.PressAsync("Hund jetzt online anmelden")).TextOf("main strong");

        await StoppedInALogInAsync(browser);
        await StoppedInAPaymentStartAsync(browser);
        await StoppedWhileTheMailIsSentAsync(browser);

        using var reader = new global::DogLicence.Walkthrough.Browser();
        // The inbox refuses a second one with the same subject.
        await new Inbox(reader, _program.Sandbox) { Patience = TimeSpan.FromMinutes(2) }.WaitForAsync($"Anmeldung eines Hundes, Vorgang {number}", TestContext.Current.CancellationToken);
        (await PaymentsAsync()).Should().Be(1, "one payment, however often the program stopped");
    }

    public void Dispose() => _program.Dispose();

    // The answer of the log-in service comes while the program stops. Log-ins under way live in memory in this sample: a program that was gone asks once more.
    private async Task StoppedInALogInAsync(global::DogLicence.Walkthrough.Browser browser)
    {
        var begun = browser.Page.Address;
        await browser.ChooseAsync(LogInWay.BundId, "Zoë");
        await StopDuringAsync(() => browser.PressAsync("Weiter zur Anwendung"));

        await browser.OpenAsync(begun);
        if (!browser.Page.Heading.StartsWith("Angaben zu", StringComparison.Ordinal))
            await browser.LogInAsync(LogInWay.BundId, "Zoë");
        browser.Page.Heading.Should().StartWith("Angaben zu", "the case is there, and its owner");
    }

    private async Task StoppedInAPaymentStartAsync(global::DogLicence.Walkthrough.Browser browser)
    {
        await browser.PressAsync("Weiter", SampleAnswers.All);
        await browser.FollowAsync("Ohne neue Datei weiter");
        var pay = (await browser.PressAsync("Angaben bestätigen")).Address;
        await StopDuringAsync(() => browser.PressAsync("Zahlung vorbereiten"));

        await browser.OpenAsync(pay);
        if (!browser.Page.Text.Contains("Zur Bezahlseite", StringComparison.Ordinal))
            await browser.PressAsync("Zahlung vorbereiten");
        await browser.FollowAsync("Zur Bezahlseite");
    }

    private async Task StoppedWhileTheMailIsSentAsync(global::DogLicence.Walkthrough.Browser browser)
    {
        (await browser.PressAsync("Bezahlen")).Value("Bezahlter Betrag").Should().StartWith("84,00");
        await _program.TerminateAsync();
        await _program.StartAsync();
    }

    private async Task StopDuringAsync(Func<Task> asking)
    {
        var asked = asking();
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await _program.TerminateAsync();
        try
        {
            await asked;
        }
        catch (HttpRequestException)
        {
            // Gone before it answered, or before the next page: what it did is looked at afterwards.
        }

        await _program.StartAsync();
    }

    private async Task<int> PaymentsAsync()
    {
        using var http = new HttpClient();
        using var rows = JsonDocument.Parse(await http.GetStringAsync(new Uri(_program.Sandbox, "/payments/ledger.json"), TestContext.Current.CancellationToken));
        return rows.RootElement.GetArrayLength();
    }
}
