using BaseComponents.Payments.Epaybl;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>Settings are checked when the host starts, each with a sentence that names the setting.</summary>
public sealed class EpayblSettingsTests
{
    [Theory]
    [InlineData("Environment", null, "Environment")]
    [InlineData("Protocol", null, "Protocol")]
    [InlineData("BaseAddress", null, "BaseAddress")]
    [InlineData("BaseAddress", "http://epaybl.example/", "https")]
    [InlineData("Mandant", "a/../b", "Mandant")]
    [InlineData("Bewirtschafter", "123456789", "Bewirtschafter")]
    [InlineData("BudgetItem", "12345678901", "BudgetItem")]
    [InlineData("DunningKey", "123456", "DunningKey")]
    [InlineData("ClientCertificatePem", null, "client certificate")]
    [InlineData("ClientCertificatePath", "also.p12", "client certificate")]
    [InlineData("TrustAnchorsPem", "nonsense", "TrustAnchorsPem")]
    [InlineData("Timeout", "00:00:00", "Timeout")]
    [InlineData("Protocol", "Soap", "ListStyle")]
    [InlineData("Protocol", "Soap", "PayPageAddress")]
    [InlineData("PayPageAddress", "https://bezahlen.example/?a=1", "PayPageAddress")]
    [InlineData("NotifyAddress", "ftp://dienst.example/", "NotifyAddress")]
    public void A_broken_setting_stops_the_start(string key, string? value, string named) =>
        Starting("Development", [(key, value)]).Should().Throw<OptionsValidationException>().WithMessage($"*{named}*");

    [Fact]
    public void Good_settings_start() => Starting("Development").Should().NotThrow();

    [Fact]
    public void The_sandbox_does_not_start_in_production() =>
        Starting("Production").Should().Throw<OptionsValidationException>().WithMessage($"*{EpayblApplication.Section} is set to the Sandbox*");

    [Fact]
    public void Production_is_not_on_this_machine_and_needs_a_readable_certificate() =>
        Starting("Production", [("Environment", "Production"), ("BaseAddress", "https://127.0.0.1/")]).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().Contain(failure => failure.Contains("no production service")).And.Contain(failure => failure.Contains("could not be read"));

    [Fact]
    public async Task Named_registrations_have_settings_of_their_own()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        var (here, there) = (EpayblPeer.Saying("{\"ergebnis\":{\"rc\":\"+0000\"}}"), EpayblPeer.Saying("{\"ergebnis\":{\"rc\":\"-0014\"}}"));
        foreach (var (name, mandant, peer) in new[] { ("dresden", "M7", here), ("leipzig", "M8", there) })
        {
            var settings = EpayblApplication.Valid(("Mandant", mandant)).ToDictionary(pair => pair.Key.Replace(EpayblApplication.Section, name, StringComparison.Ordinal), pair => pair.Value);
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddEpaybl(name, builder.Configuration.GetSection(name)).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => peer);
        }

        using var host = builder.Build();

        (await host.Services.GetRequiredKeyedService<IEpayblClient>("dresden").GetStatusAsync()).IsAlive.Should().BeTrue();
        (await host.Services.GetRequiredKeyedService<IEpayblClient>("leipzig").GetStatusAsync()).IsAlive.Should().BeFalse();
        here.Asked.Single().Address.Should().Contain("/mandanten/M7/");
        there.Asked.Single().Address.Should().Contain("/mandanten/M8/");
    }

    private static Action Starting(string environment, params (string Key, string? Value)[] changes) => () =>
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(EpayblApplication.Valid(changes));
        builder.Services.AddEpaybl(builder.Configuration.GetSection(EpayblApplication.Section));
        using var host = builder.Build();
        host.Start();
    };
}
