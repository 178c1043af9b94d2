using System.Net.Http.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Authorities.Pvog;

/// <summary>A directory with and one without the delivery of a Sandbox, both with its search service.</summary>
public sealed class LiveOnSandbox : IAsyncLifetime
{
    private readonly HttpClient _browser = new();
    private readonly List<ServiceProvider> _providers = [];
    private SandboxServer? _sandbox;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync();

    /// <summary>A directory of its own, so that nothing is cached from another test.</summary>
    public IAuthorityDirectory Directory(string precedence, params (string Key, string? Value)[] changes)
    {
        (string, string?)[] all = [("Precedence", precedence), ("Pvog:RequestsPerSecond", "50"), ("Pvog:Repeats", "0"), ("Pvog:PauseAfterFailure", "00:00:00"), .. changes];
        var settings = all.Select(change => KeyValuePair.Create("BaseComponents:Authorities:" + change.Item1, change.Item2));
        var section = new ConfigurationBuilder().AddConfiguration(_sandbox!.Configuration).AddInMemoryCollection(settings).Build().GetSection("BaseComponents:Authorities");
        var services = new ServiceCollection();
        services.AddAuthorities(section).AddPvog(section.GetSection("Pvog"));
        _providers.Add(services.BuildServiceProvider());
        return _providers[^1].GetRequiredService<IAuthorityDirectory>();
    }

    public async Task ArmAsync(string fault, int milliseconds = 0)
    {
        using var armed = await _browser.PostAsJsonAsync(new Uri(_sandbox!.Address, "/_sandbox/faults"), new { Name = fault, Times = 1, Milliseconds = milliseconds });
        armed.EnsureSuccessStatusCode();
    }

    public static Task<Competence> AskAsync(IAuthorityDirectory directory, string service, string place) =>
        directory.ResolveAsync(LeikaKey.Parse(service), place.Length == 5 ? Place.Of(PostalCode.Parse(place)) : Place.Of(RegionKey.Parse(place)));

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        _browser.Dispose();
    }
}
