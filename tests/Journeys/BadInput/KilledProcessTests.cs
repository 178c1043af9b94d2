using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>The program as its own process, killed without a chance to tidy up.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly DogLicenceProcess _program = new();

    [Fact]
    public async Task A_case_is_as_it_was_after_a_kill()
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await _program.StartAsync();
        await browser.OpenAsync(_program.Address("/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        await browser.PressAsync("Hund jetzt online anmelden");
        await browser.LogInAsync(LogInWay.BundId, "Zoë");
        await browser.PressAsync("Weiter", SampleAnswers.All);
        await browser.FollowAsync("Ohne neue Datei weiter");
        var before = browser.Page;

        _program.Kill();
        await _program.StartAsync();

        (await browser.OpenAsync(before.Address)).Text.Should().Be(before.Text);
    }

    [Fact]
    public async Task Whoever_is_at_the_pay_page_when_the_service_is_killed_pays_once_and_the_office_gets_the_case()
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        var number = await GoToPayPageAsync(browser);

        _program.Kill();
        await _program.StartAsync();

        (await browser.PressAsync("Bezahlen")).Value("Bezahlter Betrag").Should().StartWith("84,00");
        await ExpectOneMailAsync(browser, number);
    }

    [Fact]
    public async Task Whoever_pays_and_never_comes_back_to_the_killed_service_has_paid()
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        var number = await GoToPayPageAsync(browser);
        using var payPage = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var paid = await payPage.SendAsync(Submission.Of(browser.Page, "Bezahlen", new Dictionary<string, string>(), upload: null));
        paid.Headers.Location.Should().NotBeNull("it leads back to the service, where nobody follows");

        _program.Kill();
        await _program.StartAsync();

        await ExpectOneMailAsync(browser, number);
    }

    [Fact]
    public async Task Nothing_personal_can_be_read_on_the_disk()
    {
        await A_case_is_as_it_was_after_a_kill();
        _program.Kill();

        Directory.EnumerateFiles(_program.Data, "cases.db*").Should().NotBeEmpty();
        foreach (var file in Directory.EnumerateFiles(_program.Data, "cases.db*"))
        {
            var text = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
            text.Should().NotContainAny("WEIẞ", "Büffel", "276098106123456", "zoe@buerger", "KLOẞ");
        }

        if (OperatingSystem.IsWindows())
            return;
        foreach (var folder in new[] { _program.Data, Path.Combine(_program.Data, "keys") })
            File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _program.Dispose();

    private async Task<string> GoToPayPageAsync(global::DogLicence.Walkthrough.Browser browser)
    {
        await _program.StartAsync();
        await browser.OpenAsync(_program.Address("/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        var number = (await browser.PressAsync("Hund jetzt online anmelden")).TextOf("main strong");
        await browser.LogInAsync(LogInWay.BundId, "Zoë");
        await browser.PressAsync("Weiter", SampleAnswers.All);
        await browser.FollowAsync("Ohne neue Datei weiter");
        await browser.PressAsync("Angaben bestätigen");
        await browser.PressAsync("Zahlung vorbereiten");
        (await browser.FollowAsync("Zur Bezahlseite")).Address.Port.Should().Be(_program.Sandbox.Port);
        return number;
    }

    // The inbox refuses a second one with the same subject.
    private async Task ExpectOneMailAsync(global::DogLicence.Walkthrough.Browser browser, string number)
    {
        var inbox = new Inbox(browser, _program.Sandbox) { Patience = TimeSpan.FromMinutes(2) };
        (await inbox.WaitForAsync($"Anmeldung eines Hundes, Vorgang {number}", CancellationToken.None)).Source.Should().NotContain("Büffel");
    }
}
