using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Authorities;

/// <summary>Settings, environments and several authorities in one process.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task The_host_reads_before_anybody_asks()
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        using var host = HostWith(files.Settings);
        await host.StartAsync();
        var directory = host.Services.GetRequiredService<IAuthorityDirectory>();
        for (var turn = 0; turn < 500 && (await directory.GetStatusAsync()).Data is null; turn++)
            await Task.Delay(10);
        (await directory.GetStatusAsync()).Services.Should().Be(1);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_starts_and_stops_while_the_source_is_missing()
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        files.Settings["A:Deliveries:0"] = files.PathOf("missing.xml");
        using var host = HostWith(files.Settings);
        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public async Task Named_directories_do_not_mix()
    {
        await using var dresden = TestDirectory.With(Delivery.For(SmallMap.Dresden));
        await using var freiberg = TestDirectory.With("<broken");
        var services = new ServiceCollection();
        services.AddAuthorities("dresden", Section(dresden.Settings));
        services.AddAuthorities("freiberg", Section(freiberg.Settings));
        await using var provider = services.BuildServiceProvider();
        var service = LeikaKey.Parse(Delivery.Dog);
        var place = Place.Of(RegionKey.Parse(SmallMap.Dresden));
        (await provider.GetRequiredKeyedService<IAuthorityDirectory>("dresden").ResolveAsync(service, place)).Should().BeOfType<Competence.Found>();
        (await provider.GetRequiredKeyedService<IAuthorityDirectory>("freiberg").ResolveAsync(service, place))
            .Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        provider.GetService<IAuthorityDirectory>().Should().BeNull();
    }

    [Theory]
    [InlineData("A:Environment", null, "Environment")]
    [InlineData("A:Environment", "Sandbox", "the host's environment is Production")]
    [InlineData("A:RegionList", "", "RegionList")]
    [InlineData("A:Deliveries:0", null, "Deliveries")]
    [InlineData("A:Deliveries:0", "http://amt.example/x", "https")]
    [InlineData("A:PostalCodes", " ", "empty")]
    [InlineData("A:ReloadInterval", "00:00:01", "ReloadInterval")]
    [InlineData("A:RetryDelay", "00:00:00", "RetryDelay")]
    [InlineData("A:DownloadTimeout", "02:00:00", "DownloadTimeout")]
    [InlineData("A:MaxFileBytes", "1", "MaxFileBytes")]
    [InlineData("A:FulfillingMunicipalities:14521", "145215101060", "FulfillingMunicipalities")]
    [InlineData("A:FulfillingMunicipalities:145215101", "Bärenstein", "FulfillingMunicipalities")]
    [InlineData("A:FulfillingMunicipalities:145215101", SmallMap.Dresden, "a member")]
    [InlineData("A:Xzufi:Street", "", "Street")]
    [InlineData("A:TrustAnchorsPem", "nothing", "TrustAnchorsPem")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string? value, string problem)
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        files.Settings[setting] = value;
        if (value is null)
            files.Settings.Remove(setting);
        using var host = HostWith(files.Settings, "Production");
        var start = () => host.StartAsync();
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(problem);
    }

    [Fact]
    public async Task An_item_that_is_null_does_not_hide_what_is_wrong()
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        (files.Settings["A:Deliveries:1"], files.Settings["A:Precedence"]) = (null, "LiveOnly");
        using var host = HostWith(files.Settings, "Production");
        var start = () => host.StartAsync();
        await start.Should().ThrowAsync<OptionsValidationException>();
    }

    [Fact]
    public async Task A_community_that_is_named_twice_stops_the_start()
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        files.Settings[$"A:FulfillingMunicipalities:{SmallMap.Community}"] = SmallMap.Baerenstein;
        files.Settings[$"A:FulfillingMunicipalities:{SmallMap.Community} "] = SmallMap.Koenigswalde;
        using var host = HostWith(files.Settings);
        var start = () => host.StartAsync();
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("twice");
    }

    [Theory]
    [InlineData("http://amt.example/x", "https only")]
    [InlineData("https://127.0.0.1/x", "no production service")]
    public async Task Production_wants_real_addresses(string address, string problem)
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        files.Settings["A:Environment"] = "Production";
        files.Settings["A:Deliveries:0"] = address;
        using var host = HostWith(files.Settings, "Production");
        var start = () => host.StartAsync();
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain(problem);
    }

    [Theory]
    [InlineData("A:RegionList", "")]
    [InlineData("A:ReloadInterval", "six hours")]
    public async Task A_setting_that_becomes_wrong_while_running_changes_nothing_that_is_there(string setting, string value)
    {
        await using var files = TestDirectory.With(Delivery.For("14"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(files.Settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(files.Clock);
        services.AddAuthorities(configuration.GetSection("A"));
        await using var provider = services.BuildServiceProvider();
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        await directory.ListServicesAsync();
        configuration[setting] = value;
        // The options system tells whoever reloads; the directory must not break with it.
        configuration.Invoking(changed => changed.Reload()).Should().Throw<AggregateException>();
        files.Clock.Advance(TimeSpan.FromHours(2));
        (await directory.ListServicesAsync()).Should().ContainSingle();
        for (var turn = 0; turn < 500 && (await directory.GetStatusAsync()).LastFailure is null; turn++)
            await Task.Delay(10);
        (await directory.GetStatusAsync()).LastFailure!.Code.Should().Be("authorities.configuration");
        (await directory.ListServicesAsync()).Should().ContainSingle();
    }

    private static IHost HostWith(Dictionary<string, string?> settings, string environment = "Development")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Services.AddAuthorities(Section(settings));
        return builder.Build();
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("A");
}
