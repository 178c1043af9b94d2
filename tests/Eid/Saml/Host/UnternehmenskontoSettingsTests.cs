using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Eid.Saml.Host;

public sealed class UnternehmenskontoSettingsTests
{
    [Theory]
    [InlineData("Production", "true", true)]
    [InlineData("Production", "false", false)]
    [InlineData("Test", "true", false)]
    public void Accounts_that_everybody_can_make_have_no_place_in_production(string environment, string accept, bool isRefused)
    {
        var settings = SamlApplication.Settings("Konto");
        settings["Konto:Environment"] = environment;
        settings["Konto:AcceptTestAccounts"] = accept;
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddUnternehmenskonto(builder.Configuration.GetSection("Konto"));
        using var services = builder.Services.BuildServiceProvider();

        // Other rules speak too, such as the one about where keys are kept; here the test account alone matters.
        var start = () => services.GetRequiredService<IOptionsMonitor<UnternehmenskontoOptions>>().Get(EidDefaults.UnternehmenskontoScheme);

        var said = start.Should().Throw<OptionsValidationException>().Which.Message;
        if (isRefused)
            said.Should().Contain("AcceptTestAccounts");
        else
            said.Should().NotContain("AcceptTestAccounts");
    }
}
