using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Benchmarks.Authorities.Services;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>How long an answer takes once the data is in memory, and how fast a delivery becomes that data.</summary>
internal static class AuthorityBenchmarks
{
    public static async Task RunAsync(bool quick)
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var provider = Provide(sandbox.Configuration.GetSection("BaseComponents:Authorities"));
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        await ResolveAsync(directory, Measurement.For(quick));
        await LoadAsync(Measurement.For(quick), megabytes: quick ? 4 : 32);
        await SearchAsync(Measurement.For(quick));
        await SnapshotFigures.RunAsync(Measurement.For(quick));
        await XzufiFigures.RunAsync(quick);
    }

    private static async Task SearchAsync(Measurement measurement)
    {
        var folder = Directory.CreateTempSubdirectory("authorities-");
        var providers = new List<ServiceProvider>();
        try
        {
            await RegionSearchFigures.RunAsync(folder.FullName, Open, measurement);
            await ServiceSearchFigures.RunAsync(folder.FullName, Open);
        }
        finally
        {
            foreach (var provider in providers)
                await provider.DisposeAsync();
            folder.Delete(recursive: true);
        }

        IAuthorityDirectory Open(Dictionary<string, string?> settings)
        {
            providers.Add(Provide(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("A")));
            return providers[^1].GetRequiredService<IAuthorityDirectory>();
        }
    }

    // Every service of the catalogue at every municipality: found, climbed, ambiguous and missing answers in their natural mixture.
    private static async Task ResolveAsync(IAuthorityDirectory directory, Measurement measurement)
    {
        var services = await directory.ListServicesAsync();
        var places = (await MunicipalitiesAsync(directory)).Select(municipality => Place.Of(municipality.Key)).ToList();
        var questions = services.SelectMany(_ => places, (service, place) => (service.Key, place)).ToList();
        var seconds = await measurement.SecondsAsync(async () =>
        {
            foreach (var (service, place) in questions)
                await directory.ResolveAsync(service, place);
        });
        Measurement.Report("authorities.resolve.latency", seconds / questions.Count * 1e9, "ns");
    }

    private static async Task LoadAsync(Measurement measurement, int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("authorities-");
        try
        {
            var settings = SyntheticDelivery.Write(folder.FullName, megabytes);
            var seconds = await measurement.SecondsAsync(async () =>
            {
                await using var provider = Provide(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("A"));
                await provider.GetRequiredService<IAuthorityDirectory>().ListServicesAsync();
            });
            Measurement.Report("authorities.load.speed", megabytes / seconds, "MB/s");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<Municipality>> MunicipalitiesAsync(IAuthorityDirectory directory)
    {
        var found = new Dictionary<RegionKey, Municipality>();
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz")
        {
            foreach (var municipality in await directory.FindPlacesAsync(letter.ToString()))
                found[municipality.Key] = municipality;
        }

        return [.. found.Values];
    }

    private static ServiceProvider Provide(IConfigurationSection section)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddAuthorities(section);
        return services.BuildServiceProvider();
    }
}
