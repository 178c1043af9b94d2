using DogLicence.LogIns;
using DogLicence.Walkthrough;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>A log-in ends when the citizen is away for too long, and after the time that its level allows however busy they are. Nothing that was typed is lost by that.</summary>
public sealed class SessionEndTests
{
    private readonly ShiftedClock _clock = new();

    [Theory]
    [InlineData("bundid", "Erika", 6)]
    [InlineData("unternehmenskonto", "Musterbau", 31)]
    [InlineData("anmeldedienst", "Erika", 6)]
    public async Task A_form_sent_after_the_log_in_ended_is_kept_until_the_next_one(string key, string person, int minutes)
    {
        var way = LogInWay.Find(key)!;
        await using var walker = await ArriveAsync(way, person);
        var name = walker.Page.TextOf("dd");

        _clock.Shift = TimeSpan.FromMinutes(minutes);
        await walker.Browser.PressAsync("Weiter", new Dictionary<string, string> { ["Name"] = "Büffel", ["ChipNumber"] = "12", ["Sex"] = "Female" });

        walker.PageSays("Ihre Anmeldung ist abgelaufen");
        walker.PageSays($"({way.Name})");
        walker.Page.Text.Should().NotContain(name, "who has gone away does not leave the name on the screen").And.NotContain("Abmelden");
        _clock.Shift = TimeSpan.Zero;
        await walker.LogInAsync(way, person);
        walker.PageSays("Ihre Eingaben sind noch da");
        walker.Page.Document.QuerySelector("#Name")!.GetAttribute("value").Should().Be("Büffel");
        walker.Page.Document.QuerySelector("#ChipNumber")!.GetAttribute("value").Should().Be("12");
        walker.Page.Document.QuerySelector("[name=Sex][value=Female]")!.HasAttribute("checked").Should().BeTrue();
        await walker.Browser.PressAsync("Weiter", SampleAnswers.All);
        walker.Page.Heading.Should().Be("Nachweis der Versicherung");
        walker.LogLeaksNothing();
    }

    [Fact]
    public async Task However_busy_the_citizen_is_a_log_in_ends_after_the_time_of_its_level()
    {
        await using var walker = await ArriveAsync(LogInWay.BundId, "Erika");
        var form = walker.Page.Address;

        for (var minutes = 4; minutes < 30; minutes += 4)
        {
            _clock.Shift = TimeSpan.FromMinutes(minutes);
            (await walker.Browser.OpenAsync(form)).Heading.Should().StartWith("Angaben zu", "the citizen was here {0} minutes ago", 4);
        }

        _clock.Shift = TimeSpan.FromMinutes(31);
        await walker.Browser.OpenAsync(form);

        walker.PageSays("Ihre Anmeldung ist abgelaufen");
    }

    [Fact]
    public async Task A_page_of_a_case_is_closed_after_the_log_in_ended()
    {
        await using var walker = await ArriveAsync(LogInWay.BundId, "Erika");
        await walker.Browser.PressAsync("Weiter", SampleAnswers.All);
        await walker.Browser.FollowAsync("Ohne neue Datei weiter");
        await walker.Browser.PressAsync("Angaben bestätigen");
        _clock.Shift = TimeSpan.FromMinutes(6);

        await walker.OpenAsync(walker.Page.Address.AbsolutePath);

        walker.PageSays("Ihre Anmeldung ist abgelaufen");
        _clock.Shift = TimeSpan.Zero;
        await walker.LogInAsync(LogInWay.BundId, "Erika");
        walker.Page.Heading.Should().Be("Hundesteuer bezahlen");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_while_somebody_is_logged_in()
    {
        await using var walker = await ArriveAsync(LogInWay.BundId, "Erika");
        walker.Page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]").ToList().ForEach(token => token.Remove());

        await walker.Browser.PressAsync("Weiter", SampleAnswers.All);

        walker.PageSays("Die Eingabe konnte nicht angenommen werden", System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_from_a_browser_that_did_not_begin_the_case_is_not_kept()
    {
        await using var walker = await ArriveAsync(LogInWay.BundId, "Erika");
        using var other = new global::DogLicence.Walkthrough.Browser();

        await other.SendAsync(Submission.Of(walker.Page, "Weiter", new Dictionary<string, string> { ["Name"] = "Fremder" }, upload: null));

        other.Page.Heading.Should().Be("Diese Seite gibt es nicht");
        (await walker.Browser.OpenAsync(walker.Page.Address)).Text.Should().NotContain("Ihre Eingaben sind noch da");
    }

    private async Task<Walker> ArriveAsync(LogInWay way, string person)
    {
        var walker = await Walker.StartAsync(services => services.AddSingleton<TimeProvider>(_clock));
        await walker.BeginAsync();
        await walker.LogInAsync(way, person);
        walker.Page.Heading.Should().StartWith("Angaben zu");
        return walker;
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
