using System.Web;
using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>Attacks on the way back from the log-in.</summary>
public sealed class LogInTests
{
    [Fact]
    public async Task A_tampered_state_is_refused_and_the_case_goes_on()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        walker.Browser.Reroute = address => IsCallback(address) ? With(address, "state", "tampered") : address;

        await walker.LogInAsync();

        walker.PageSays("Die Anmeldung konnte nicht geprüft werden");
        walker.Log.Errors.Should().Contain("Log-in over EidBroker");
        walker.LogLeaksNothing();
        await GoesOnAsync(walker);
    }

    [Fact]
    public async Task A_code_that_was_used_before_is_refused()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.LogInAsync();
        var used = HttpUtility.ParseQueryString(walker.Browser.Trail.Last(IsCallback).Query)["code"];
        used.Should().NotBeNullOrEmpty();

        await walker.BeginAsync();
        walker.Browser.Reroute = address => IsCallback(address) ? With(address, "code", used!) : address;
        await walker.LogInAsync();

        walker.PageSays("Die Anmeldung hat zu lange gedauert");
        walker.Log.Errors.Should().Contain("Log-in over EidBroker");
        walker.Log.All.Should().NotContain(used!);
        walker.LogLeaksNothing();
        await GoesOnAsync(walker);
    }

    [Fact]
    public async Task A_stopped_log_in_service_is_named_and_the_case_stays()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.Fresh.Server.StopSandboxAsync();

        await walker.Browser.FollowAsync(LogInWay.Broker.Button);

        walker.PageSays("Der Anmeldedienst ist gerade nicht erreichbar");
        walker.Log.Errors.Should().Contain("ServiceUnavailable");
        await walker.Fresh.RestartAsync();
        await GoesOnAsync(walker);
    }

    private static async Task GoesOnAsync(Walker walker)
    {
        walker.Browser.Reroute = null;
        walker.Page.Link("Zurück zu Ihrem Antrag").AbsolutePath.Should().StartWith("/antrag/");
        await walker.Browser.FollowAsync("Zurück zu Ihrem Antrag");
        walker.Page.Text.Should().Contain(walker.Number);
        await walker.LogInAsync();
        walker.Page.Heading.Should().Be("Angaben zu Ihnen und zum Hund");
    }

    private static bool IsCallback(Uri address) => address.AbsolutePath.StartsWith("/signin-", StringComparison.Ordinal);

    private static Uri With(Uri address, string name, string value)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        query[name] = value;
        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
