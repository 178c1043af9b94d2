using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Contracts.Eid;

public sealed class StoppedBrokerTests
{
    [Fact]
    public async Task A_broker_that_goes_down_is_an_outcome_wherever_the_user_stands()
    {
        var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var waiting = await BrokerApplication.StartAsync(sandbox.Configuration);
        await using var fresh = await BrokerApplication.StartAsync(sandbox.Configuration);
        using var browser = new Browser();
        await browser.GoAsync(waiting.Login);
        await browser.PressAsync("Anmelden als Erika Mustermann", redirects: 0);
        var answer = browser.Next!;
        await sandbox.DisposeAsync();

        await browser.GoAsync(answer);
        browser.Text.Should().Be("outcome=ServiceUnavailable returnUrl=/me", "the code cannot be redeemed");
        await browser.GoAsync(waiting.Login);
        browser.Text.Should().Be("outcome=ServiceUnavailable returnUrl=/me", "the request cannot be pushed");
        await browser.GoAsync(fresh.Login);
        browser.Text.Should().Be("outcome=ServiceUnavailable returnUrl=/me", "nothing is known of the broker yet");
    }

    [Fact]
    public async Task An_outcome_page_that_demands_a_log_in_does_not_make_the_browser_run_in_circles()
    {
        var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await sandbox.DisposeAsync();
        await using var application = await BrokerApplication.StartAsync(sandbox.Configuration, new Dictionary<string, string?> { ["BaseComponents:Eid:Broker:OutcomePath"] = "/demanding" });
        using var browser = new Browser();
        await browser.GoAsync(application.Login);

        browser.Visited.Should().HaveCount(2);
        browser.Status.Should().Be(System.Net.HttpStatusCode.ServiceUnavailable);
        application.Log.With("demands a log-in").Should().ContainSingle();
    }
}
