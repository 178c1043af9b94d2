using BaseComponents.Authorities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Support;

/// <summary>A directory over files in a folder of its own, with a clock that the test moves.</summary>
internal sealed class TestDirectory : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("authorities-").FullName;
    private ServiceProvider? _provider;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["A:Environment"] = "Test",
        ["A:ReloadInterval"] = "01:00:00",
        ["A:RetryDelay"] = "00:00:30",
    };

    /// <summary>Name of the host's environment; none where the application has no host.</summary>
    public string? HostEnvironment { get; set; }

    public IAuthorityDirectory Authorities => Provider.GetRequiredService<IAuthorityDirectory>();

    public IReadOnlyList<FakeLogRecord> Logged => Provider.GetFakeLogCollector().GetSnapshot();

    public ServiceProvider Provider => _provider ??= Build();

    public static TestDirectory With(string delivery, string? regions = null, string? postalCodes = null)
    {
        var directory = new TestDirectory();
        directory.Write("regions.json", regions ?? SmallMap.Regions);
        directory.Write("postal-codes.csv", postalCodes ?? SmallMap.PostalCodes);
        directory.Write("delivery.xml", delivery);
        directory.Settings["A:RegionList"] = directory.PathOf("regions.json");
        directory.Settings["A:PostalCodes"] = directory.PathOf("postal-codes.csv");
        directory.Settings["A:Deliveries:0"] = directory.PathOf("delivery.xml");
        return directory;
    }

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(PathOf(file), bytes);

    /// <summary>Waits for the reading that runs beside; the clock stands still meanwhile. Asks again and again: while the last reading was still ending, nobody began the next one.</summary>
    public async Task<DirectoryStatus> SettledAsync(Func<DirectoryStatus, bool> until)
    {
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            var status = await Authorities.GetStatusAsync();
            if (until(status))
                return status;
            if (status.Data is not null)
                await Authorities.ListServicesAsync();
            await Task.Delay(10);
        }

        throw new TimeoutException("The directory did not reach the expected state.");
    }

    /// <summary>Moves the clock on until the data is due, and waits for the new one. Asks again and again: the last reading may still be ending.</summary>
    public async Task ReloadAsync()
    {
        Clock.Advance(TimeSpan.FromHours(1));
        var wanted = Clock.GetUtcNow();
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            await Authorities.ListServicesAsync();
            if ((await Authorities.GetStatusAsync()).Data!.LoadedAt == wanted)
                return;
            await Task.Delay(10);
        }

        throw new TimeoutException($"The directory did not read anew: {await Authorities.GetStatusAsync()}", (await Authorities.GetStatusAsync()).LastFailure);
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
            await _provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddFakeLogging();
        if (HostEnvironment is not null)
            services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = HostEnvironment });
        services.AddAuthorities(configuration.GetSection("A"));
        return services.BuildServiceProvider();
    }
}
