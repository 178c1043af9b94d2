using System.Net.Http.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Contracts.Authorities;

/// <summary>A directory that reads from a Sandbox over https, with a clock that the test moves.</summary>
internal sealed class DirectoryOnSandbox : IAsyncDisposable
{
    private readonly HttpClient _browser = new();
    private readonly SandboxServer _sandbox;
    private bool _stopped;
    private readonly ServiceProvider _provider;

    private DirectoryOnSandbox(SandboxServer sandbox, IReadOnlyDictionary<string, string?> settings)
    {
        _sandbox = sandbox;
        var configuration = new ConfigurationBuilder().AddConfiguration(sandbox.Configuration).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddAuthorities(configuration.GetSection("BaseComponents:Authorities"));
        _provider = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public IAuthorityDirectory Authorities => _provider.GetRequiredService<IAuthorityDirectory>();

    public static async Task<DirectoryOnSandbox> StartAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        new(await SandboxServer.StartAsync(), settings ?? new Dictionary<string, string?>());

    public Task<Competence> AskAsync(string service, string place) => Authorities.ResolveAsync(LeikaKey.Parse(service), PlaceOf(place));

    public async Task ArmAsync(string fault, int times)
    {
        using var armed = await _browser.PostAsJsonAsync(new Uri(_sandbox.Address, "/_sandbox/faults"), new { Name = fault, Times = times });
        armed.EnsureSuccessStatusCode();
    }

    public async ValueTask StopSandboxAsync()
    {
        if (!_stopped)
            await _sandbox.DisposeAsync();
        _stopped = true;
    }

    /// <summary>Moves the clock on until the work is done: retries wait on it.</summary>
    public async Task<T> AdvancingAsync<T>(Task<T> work)
    {
        for (var turn = 0; turn < 1000 && !work.IsCompleted; turn++)
        {
            await Task.WhenAny(work, Task.Delay(10));
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await work.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>Makes the data due, asks once, and waits until the reading that this started has failed.</summary>
    public async Task<AuthoritiesException> FailedReloadAsync()
    {
        Clock.Advance(TimeSpan.FromHours(6));
        await Authorities.ListServicesAsync();
        for (var turn = 0; turn < 1000; turn++)
        {
            if ((await Authorities.GetStatusAsync()).LastFailure is { } failure)
                return failure;
            await Task.Delay(10);
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException("The reading did not fail.");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _provider.DisposeAsync();
        await StopSandboxAsync();
    }

    private static Place PlaceOf(string text) => text.Length switch
    {
        5 => Place.Of(PostalCode.Parse(text)),
        8 => Place.Of(MunicipalityKey.Parse(text)),
        _ => Place.Of(RegionKey.Parse(text)),
    };
}
