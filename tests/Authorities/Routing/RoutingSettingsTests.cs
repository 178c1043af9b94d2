using BaseComponents.Authorities.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A wrong setting stops the start, and several authorities keep apart.</summary>
public sealed class RoutingSettingsTests
{
    [Theory]
    [InlineData("Environment", null, "Environment")]
    [InlineData("Environment", "Sandbox", "the host's environment is Production")]
    [InlineData("BaseAddress", null, "BaseAddress")]
    [InlineData("BaseAddress", "http://routing.example", "https")]
    [InlineData("BaseAddress", "https://routing.example/?x=1", "without user, query")]
    [InlineData("BaseAddress", "ftp://routing.example/", "https")]
    [InlineData("PathPrefix", "v2?x", "PathPrefix")]
    [InlineData("Version", "7", "Version")]
    [InlineData("Issuers:0:Name", "", "Name")]
    [InlineData("Issuers:0:Name", "fit-connect", "must be an address")]
    [InlineData("Issuers:0:Name", "http://issuer.example", "https")]
    [InlineData("Issuers:0:KeySet", "https://user@issuer.example/", "without user")]
    [InlineData("Issuers:1:Name", "https://issuer.example", "twice")]
    [InlineData("SubmissionHosts:0", "https://submission.example", "name of a host")]
    [InlineData("UserAgent", "a\nb", "UserAgent")]
    [InlineData("Timeout", "00:00:00", "Timeout")]
    [InlineData("LongestRateLimitWait", "01:00:00", "LongestRateLimitWait")]
    [InlineData("KeyLifetime", "00:00:01", "KeyLifetime")]
    [InlineData("StaleKeyLifetime", "2.00:00:00", "StaleKeyLifetime")]
    [InlineData("KeyRefetchInterval", "00:00:00", "KeyRefetchInterval")]
    [InlineData("ClockSkew", "01:00:00", "ClockSkew")]
    [InlineData("MaxSignatureAge", "00:00:00", "MaxSignatureAge")]
    [InlineData("MinimumKeyBits", "1024", "MinimumKeyBits")]
    [InlineData("PageSize", "501", "PageSize")]
    [InlineData("MaxResults", "0", "MaxResults")]
    [InlineData("MaxAnswerBytes", "1", "MaxAnswerBytes")]
    [InlineData("TrustAnchorsPem", "nothing", "TrustAnchorsPem")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string? value, string problem)
    {
        var settings = Settings();
        settings["R:" + setting] = value;
        if (value is null)
            settings.Remove("R:" + setting);
        (await StartAsync(settings)).Should().Contain(problem);
    }

    [Theory]
    [InlineData("Issuers:0:Name", "Issuers")]
    [InlineData("SubmissionHosts:0", "SubmissionHosts")]
    public async Task Nobody_is_trusted_by_default(string setting, string problem)
    {
        var settings = Settings();
        settings.Remove("R:" + setting);
        (await StartAsync(settings)).Should().Contain(problem);
    }

    [Theory]
    [InlineData("BaseAddress", "https://127.0.0.1/")]
    [InlineData("Issuers:0:KeySet", "https://localhost/keys")]
    public async Task Production_is_not_on_this_machine(string setting, string value)
    {
        var settings = Settings();
        (settings["R:Environment"], settings["R:" + setting]) = ("Production", value);
        (await StartAsync(settings)).Should().Contain("no production service");
    }

    [Fact]
    public async Task Several_authorities_have_routers_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddDestinationRouter("dresden", Section(Settings()));
        services.AddDestinationRouter("freiberg", Section(Settings())).Name.Should().Be("freiberg");
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<IDestinationRouter>("dresden").Should().NotBeSameAs(provider.GetRequiredKeyedService<IDestinationRouter>("freiberg"));
        provider.GetService<IDestinationRouter>().Should().BeNull();
    }

    private static Dictionary<string, string?> Settings() => new()
    {
        ["R:Environment"] = "Test",
        ["R:BaseAddress"] = "https://routing.example",
        ["R:Issuers:0:Name"] = "https://issuer.example",
        ["R:SubmissionHosts:0"] = "submission.example",
    };

    private static IConfigurationSection Section(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("R");

    private static async Task<string> StartAsync(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Services.AddDestinationRouter(Section(settings));
        using var host = builder.Build();
        var start = () => host.StartAsync();
        return (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message;
    }
}
