using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>Settings that become wrong while people use the application: one town's mistake must not end the sessions of all.</summary>
public sealed class ReloadedSettingsTests
{
    [Fact]
    public async Task Settings_that_became_wrong_end_no_session_and_log_ins_go_on_with_the_last_good_ones()
    {
        await using var application = await SamlApplication.StartAsync();
        var browser = new SamlBrowser(application);
        await LogInAsync(browser);

        Break(application);

        await browser.GoAsync("/me");
        browser.Text.Should().StartWith("ERIKA MUSTERMANN");
        await LogInAsync(new SamlBrowser(application));
    }

    private static async Task LogInAsync(SamlBrowser browser)
    {
        var (id, relayState) = await browser.BeginAsync();
        await browser.AnswerAsync(Answers.Encrypted(new ForgedResponse { InResponseTo = id, AssertionId = "_" + id }), relayState);
        browser.Location.Should().Be("/me");
    }

    private static void Break(SamlApplication application)
    {
        var configuration = (IConfigurationRoot)application.Services.GetRequiredService<IConfiguration>();
        configuration["BundId:MinimumLevel"] = "Unknown";
        var reload = configuration.Reload;
        reload.Should().Throw<Exception>("the settings are checked anew").Which.ToString().Should().Contain("MinimumLevel: Unknown");
    }
}
