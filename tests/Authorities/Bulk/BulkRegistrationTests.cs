using BaseComponents.Authorities.Bulk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>Settings of downloads, and several in one process.</summary>
public sealed class BulkRegistrationTests
{
    [Theory]
    [InlineData("Environment", null, "Environment")]
    [InlineData("Environment", "Sandbox", "the host's environment is Production")]
    [InlineData("BaseAddress", null, "BaseAddress")]
    [InlineData("BaseAddress", "http://bulk.example/api/", "https")]
    [InlineData("BaseAddress", "https://bulk.example/api", "slash")]
    [InlineData("BaseAddress", "https://bulk.example/api/?x=1", "query")]
    [InlineData("BaseAddress", "https://u:p@bulk.example/api/", "user name")]
    [InlineData("BaseAddress", "/api/", "absolute")]
    [InlineData("BaseAddress", "https://localhost/api/", "this machine")]
    [InlineData("Path", "../other", "below BaseAddress")]
    [InlineData("Path", "https://evil.example/api/x", "below BaseAddress")]
    [InlineData("TokenAddress", null, "TokenAddress")]
    [InlineData("TokenAddress", "http://login.example/token", "https")]
    [InlineData("ClientId", null, "ClientId")]
    [InlineData("ClientSecret", "", "ClientSecret")]
    [InlineData("TrustAnchorsPem", "x", "TrustAnchorsPem")]
    [InlineData("MaxPages", "0", "MaxPages")]
    [InlineData("MaxPageBytes", "1", "MaxPageBytes")]
    [InlineData("PageTimeout", "00:00:00", "PageTimeout")]
    [InlineData("RunTimeout", "40.00:00:00", "RunTimeout")]
    [InlineData("LongestWait", "-00:00:01", "LongestWait")]
    public async Task A_wrong_setting_ends_the_start_of_the_host(string key, string? value, string message)
    {
        var settings = Settings();
        settings[$"B:{key}"] = value;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production" });
        builder.Services.AddBulkDelivery(Section(settings));
        using var host = builder.Build();
        (await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(message).And.NotContain("geheim");
    }

    [Fact]
    public void Named_downloads_stand_beside_each_other()
    {
        var services = new ServiceCollection();
        services.AddBulkDelivery("dresden", Section(Settings())).Name.Should().Be("dresden");
        services.AddBulkDelivery("leipzig", Section(Settings()));
        using var provider = services.BuildServiceProvider();
        var dresden = provider.GetRequiredKeyedService<IBulkDelivery>("dresden");
        dresden.Should().BeSameAs(provider.GetRequiredKeyedService<IBulkDelivery>("dresden")).And.NotBeSameAs(provider.GetRequiredKeyedService<IBulkDelivery>("leipzig"));
        provider.GetService<IBulkDelivery>().Should().BeNull();
    }

    [Fact]
    public void The_unnamed_download_is_injected_as_it_is()
    {
        var services = new ServiceCollection();
        services.AddBulkDelivery(Section(Settings()));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IBulkDelivery>().Should().BeSameAs(provider.GetRequiredKeyedService<IBulkDelivery>(""));
    }

    private static Dictionary<string, string?> Settings() => new()
    {
        ["B:Environment"] = "Production",
        ["B:BaseAddress"] = "https://bulk.example/api/",
        ["B:TokenAddress"] = "https://login.example/token",
        ["B:ClientId"] = "land",
        ["B:ClientSecret"] = "geheim",
    };

    private static IConfigurationSection Section(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("B");
}
