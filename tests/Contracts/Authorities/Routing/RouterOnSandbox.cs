using System.Net.Http.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Authorities.Routing;

/// <summary>A router that asks a Sandbox over https.</summary>
public sealed class RouterOnSandbox : IAsyncLifetime
{
    internal static readonly LeikaKey Dog = LeikaKey.Parse("99102013104000");
    internal static readonly RegionKey Freiberg = RegionKey.Parse("145220180180");
    private readonly HttpClient _browser = new();
    private readonly List<ServiceProvider> _providers = [];

    public SandboxServer Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Sandbox = await SandboxServer.StartAsync();

    /// <summary>A router with an empty memory.</summary>
    internal IDestinationRouter Router(params (string Key, string? Value)[] settings) => Services(settings).GetRequiredService<IDestinationRouter>();

    internal ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(Sandbox.Configuration)
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("BaseComponents:Authorities:Routing:" + setting.Key, setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddAuthorities(configuration.GetSection("BaseComponents:Authorities"));
        services.AddDestinationRouter(configuration.GetSection("BaseComponents:Authorities:Routing"));
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider;
    }

    internal async Task ArmAsync(string fault, int times = 1, int milliseconds = 0)
    {
        using var armed = await _browser.PostAsJsonAsync(new Uri(Sandbox.Address, "/_sandbox/faults"), new { Name = "authorities.routing." + fault, Times = times, Milliseconds = milliseconds });
        armed.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        foreach (var provider in _providers)
            await provider.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
