using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The Sandbox runs in the application's process: neither may see the other's services.</summary>
public sealed class NeighboursTests(RunningSandbox sandbox) : SandboxWithApplication(sandbox)
{
    [Fact]
    public async Task An_application_that_is_an_openid_provider_itself_logs_in_over_the_sandbox()
    {
        await using var provider = await BrokerApplication.StartAsync(Sandbox.Configuration, services: services => services
            .AddOpenIddict()
            .AddServer(server => server.EnableDegradedMode().AllowClientCredentialsFlow().SetTokenEndpointUris("/token")
                .AddEphemeralEncryptionKey().AddEphemeralSigningKey()
                .AddEventHandler<OpenIddict.Server.OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => default))
                .UseAspNetCore()));
        using var browser = new Browser();
        await browser.GoAsync(provider.Login);
        await browser.PressAsync("Anmelden als Erika Mustermann");

        browser.Text.Should().Be("logged in: High");
    }

    [Fact]
    public async Task Two_applications_in_one_browser_do_not_disturb_each_other()
    {
        await using var other = await BrokerApplication.StartAsync(Sandbox.Configuration);
        await Browser.GoAsync(Application.Login);
        var (address, text) = (Browser.Address, Browser.Text);
        await Browser.GoAsync(other.Login);
        await Browser.PressAsync("Anmelden als Ben Mustermann");
        Browser.Show(address, text);
        await Browser.PressAsync("Anmelden als Erika Mustermann");

        other.Seen!.Person.GivenNames.Should().Be("BEN");
        Application.Seen!.Person.GivenNames.Should().Be("ERIKA");
    }

    [Fact]
    public async Task Two_tabs_can_log_in_at_the_same_time()
    {
        await Browser.GoAsync(Application.Login);
        var (address, text) = (Browser.Address, Browser.Text);
        await Browser.GoAsync(new Uri(Application.Address, "/login?returnUrl=/claims"));
        Browser.Show(address, text);
        await Browser.PressAsync("Anmelden als Erika Mustermann");

        Browser.Text.Should().Be("logged in: High");
    }
}
