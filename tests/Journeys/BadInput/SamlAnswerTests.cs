using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>Answers of BundID and Mein Unternehmenskonto that are wrong, late, or not for this browser.</summary>
public sealed class SamlAnswerTests
{
    [Theory]
    [InlineData("bundid", "unsigned", "Die Anmeldung konnte nicht geprüft werden")]
    [InlineData("bundid", "expired", "Die Anmeldung konnte nicht geprüft werden")]
    [InlineData("bundid", "provider-error", "BundID ist gerade nicht erreichbar")]
    [InlineData("bundid", "level-too-low", "Diese Anmeldung ist nicht sicher genug")]
    [InlineData("unternehmenskonto", "unsigned", "Die Anmeldung konnte nicht geprüft werden")]
    [InlineData("unternehmenskonto", "missing-attribute", "In Ihrem Konto fehlen Angaben")]
    [InlineData("unternehmenskonto", "provider-error", "Mein Unternehmenskonto ist gerade nicht erreichbar")]
    [InlineData("unternehmenskonto", "test-account", "Die Anmeldung konnte nicht geprüft werden")]
    [InlineData("unternehmenskonto", "doctype", "Die Anmeldung konnte nicht geprüft werden")]
    public async Task A_wrong_answer_ends_on_a_page_and_the_case_goes_on(string key, string fault, string text)
    {
        var way = LogInWay.Find(key)!;
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.ArmAsync($"{key}.{fault}");

        await walker.LogInAsync(way, PersonOf(way));

        walker.PageSays(text);
        walker.PageSays("Ihr Antrag ist gespeichert");
        walker.Log.Errors.Should().Contain($"Log-in over {way.Scheme} did not succeed");
        await walker.Browser.FollowAsync("Zurück zu Ihrem Antrag");
        walker.Page.Text.Should().Contain(walker.Number);
        await walker.LogInAsync(way, PersonOf(way));
        walker.Page.Heading.Should().StartWith("Angaben zu");
    }

    [Fact]
    public async Task An_account_without_what_is_required_is_told_what_to_do()
    {
        await using var walker = await Walker.StartAsync(settings: ("BaseComponents:Eid:BundId:Attributes:5:Required", "true"));
        await walker.BeginAsync();

        await walker.LogInAsync(LogInWay.BundId, "Jürgen");

        walker.PageSays("In Ihrem Konto fehlen Angaben");
        walker.PageSays("Bitte ergänzen Sie die Angaben dort, oder melden Sie sich mit dem Online-Ausweis an.");
        await walker.Browser.FollowAsync("Zurück zu Ihrem Antrag");
        walker.Page.Text.Should().Contain(walker.Number);
    }

    [Theory]
    [InlineData("bundid")]
    [InlineData("unternehmenskonto")]
    public async Task An_answer_that_is_posted_twice_counts_once(string key)
    {
        var way = LogInWay.Find(key)!;
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.Browser.ChooseAsync(way, PersonOf(way));
        var answer = walker.Page;
        await walker.Browser.PressAsync("Weiter zur Anwendung");
        var form = walker.Page;
        form.Heading.Should().StartWith("Angaben zu");

        await walker.Browser.SendAsync(Submission.Of(answer, "Weiter zur Anwendung", new Dictionary<string, string>(), upload: null));

        walker.PageSays("Die Anmeldung hat zu lange gedauert");
        walker.Log.Errors.Should().Contain("no-login-pending-in-this-browser");
        (await walker.Browser.OpenAsync(form.Address)).Heading.Should().Be(form.Heading, "the log-in that was there stays");
    }

    [Theory]
    [InlineData("bundid")]
    [InlineData("unternehmenskonto")]
    public async Task An_answer_that_is_posted_from_another_browser_logs_nobody_in(string key)
    {
        var way = LogInWay.Find(key)!;
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.Browser.ChooseAsync(way, PersonOf(way));
        using var other = new global::DogLicence.Walkthrough.Browser();

        await other.SendAsync(Submission.Of(walker.Page, "Weiter zur Anwendung", new Dictionary<string, string>(), upload: null));

        other.Page.Address.AbsolutePath.Should().Be("/anmeldung/ergebnis");
        other.Page.Text.Should().NotContain("Abmelden").And.NotContain(walker.Number);
        await walker.Browser.PressAsync("Weiter zur Anwendung");
        walker.Page.Heading.Should().StartWith("Angaben zu", "the citizen whose answer it is has lost nothing");
    }

    [Theory]
    [InlineData("bundid")]
    [InlineData("unternehmenskonto")]
    public async Task An_old_answer_to_a_new_request_is_refused(string key)
    {
        var way = LogInWay.Find(key)!;
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.LogInAsync(way, PersonOf(way));
        await walker.Browser.PressAsync("Abmelden");
        await walker.BeginAsync();
        await walker.ArmAsync($"{key}.replayed");

        await walker.LogInAsync(way, PersonOf(way));

        walker.PageSays("Die Anmeldung konnte nicht geprüft werden");
        walker.Page.Text.Should().NotContain("Abmelden");
    }

    [Fact]
    public async Task A_request_that_BundID_refuses_ends_at_its_own_page_and_the_case_stays()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        var home = walker.Page.Address;
        await walker.ArmAsync("bundid.missing-berca");

        await walker.Browser.FollowAsync(LogInWay.BundId.Button);
        await walker.Browser.PressAsync("Weiter zur Anmeldung");

        walker.Page.Heading.Should().Be("Anmeldung nicht möglich");
        (await walker.Browser.OpenAsync(home)).Text.Should().Contain(walker.Number);
    }

    [Theory]
    [InlineData("?handler=Start&konto=fremd")]
    [InlineData("?handler=Start")]
    [InlineData("?handler=Zurueck&konto=bundid")]
    public async Task An_address_that_names_no_log_in_shows_the_choice(string query)
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();

        await walker.OpenAsync(walker.Page.Address.AbsolutePath + query);

        walker.Page.Heading.Should().Be("Melden Sie sich an");
    }

    [Fact]
    public async Task What_the_account_does_not_tell_is_named_with_the_reason()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.LogInAsync(LogInWay.Broker, "Otto");

        walker.Page.Value("Geburtsdatum").Should().Be("Übermittlung abgelehnt");
        walker.Page.Value("Anschrift").Should().Be("Übermittlung abgelehnt");

        await walker.BeginAsync();
        await walker.Browser.PressAsync("Abmelden");
        await walker.BeginAsync();
        await walker.LogInAsync(LogInWay.Broker, "Amina");
        walker.Page.Value("Geburtsname").Should().Be("nicht im Ausweis gespeichert");
        walker.Page.Value("Geburtsdatum").Should().Be("1971");
    }

    [Theory]
    [InlineData("bundid", "Erika", "SCHILLERSTRAẞE 17, 01067 DRESDEN")]
    [InlineData("bundid", "Giulia", "Via Garibaldi 9, 40124 Bologna, IT")]
    [InlineData("bundid", "Jürgen", "nicht übermittelt")]
    [InlineData("anmeldedienst", "Jürgen", "keine Wohnung in Deutschland")]
    [InlineData("unternehmenskonto", "Tierfreunde", "Hundegasse 2, 04109 Leipzig")]
    public async Task Every_shape_of_address_is_shown(string key, string person, string address)
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();

        await walker.LogInAsync(LogInWay.Find(key)!, person);

        walker.Page.Value("Anschrift").Should().Be(address);
    }

    private static string PersonOf(LogInWay way) => way == LogInWay.Unternehmenskonto ? "Musterbau" : "Erika";
}
