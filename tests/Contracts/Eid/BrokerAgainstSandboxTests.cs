using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Contracts.Eid;

public sealed class BrokerAgainstSandboxTests
{
    [Fact]
    public async Task A_citizen_logs_in()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var application = await BrokerApplication.StartAsync(sandbox.Configuration);
        using var browser = new Browser();
        await browser.GoAsync(new Uri(application.Address, "/login"));
        browser.Text.Should().Contain("Wer soll sich anmelden");
        await browser.PressAsync("Anmelden als Erika Mustermann");
        browser.Text.Should().Contain("MUSTERMANN");
    }
}
