using System.Net.Http.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Keys;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Authorities.Bulk;

/// <summary>A download from a Sandbox over https into a folder of its own.</summary>
internal sealed class BulkSandbox : IAsyncDisposable
{
    private const string Section = "BaseComponents:Authorities";
    private readonly string _root = Directory.CreateTempSubdirectory("bulk-contract-").FullName;
    private readonly HttpClient _browser = new();
    private readonly ServiceProvider _provider;

    private BulkSandbox(SandboxServer sandbox, IReadOnlyDictionary<string, string?> settings)
    {
        Sandbox = sandbox;
        var services = new ServiceCollection();
        services.AddBulkDelivery(new ConfigurationBuilder().AddConfiguration(sandbox.Configuration).AddInMemoryCollection(settings.ToDictionary(pair => $"{Section}:Bulk:{pair.Key}", pair => pair.Value)).Build().GetSection($"{Section}:Bulk"));
        _provider = services.BuildServiceProvider();
    }

    public SandboxServer Sandbox { get; }

    public string Folder => Path.Combine(_root, "pages");

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*.xml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static async Task<BulkSandbox> StartAsync(IReadOnlyDictionary<string, string?>? settings = null) => new(await SandboxServer.StartAsync(), settings ?? new Dictionary<string, string?>());

    public Task<BulkResult> DownloadAsync(BulkRun run = BulkRun.Continue) => _provider.GetRequiredService<IBulkDelivery>().DownloadAsync(Folder, run);

    public async Task ArmAsync(string fault, int times = 1, int milliseconds = 0)
    {
        using var armed = await _browser.PostAsJsonAsync(new Uri(Sandbox.Address, "/_sandbox/faults"), new { Name = fault, Times = times, Milliseconds = milliseconds });
        armed.EnsureSuccessStatusCode();
    }

    public async Task ChangeAsync(object change)
    {
        using var changed = await _browser.PostAsJsonAsync(new Uri(Sandbox.Address, "/authorities/bulk/changes"), change);
        changed.EnsureSuccessStatusCode();
    }

    /// <summary>What a directory over the Sandbox's usual delivery answers, in all places to all services.</summary>
    public Task<IReadOnlyList<string>> AnswersOfDeliveryAsync() => AnswersAsync([]);

    /// <summary>What a directory over the folder answers.</summary>
    public Task<IReadOnlyList<string>> AnswersOfFolderAsync() => AnswersAsync([new($"{Section}:Deliveries:0", Folder)]);

    /// <summary>What a directory over a snapshot answers.</summary>
    public Task<IReadOnlyList<string>> AnswersOfSnapshotAsync(string path) => AnswersAsync(
    [
        new($"{Section}:Snapshot:Path", path), new($"{Section}:Snapshot:AllowUnsigned", "true"), new($"{Section}:Deliveries:0", ""), new($"{Section}:RegionList", ""), new($"{Section}:PostalCodes", null),
    ]);

    public async Task<string> AskAsync(string service, string place)
    {
        await using var provider = Provide([new($"{Section}:Deliveries:0", Folder)]);
        return Said(await provider.GetRequiredService<IAuthorityDirectory>().ResolveAsync(LeikaKey.Parse(service), Place.Of(RegionKey.Parse(place))));
    }

    /// <summary>A snapshot of the folder.</summary>
    public async Task<string> BuildAsync()
    {
        await using var provider = Provide([new($"{Section}:Deliveries:0", Folder)]);
        var path = Path.Combine(_root, "bulk.snapshot");
        await provider.GetRequiredKeyedService<BaseComponents.Authorities.Snapshots.SnapshotMaker>("").MakeUnsignedAsync(path);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _provider.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private async Task<IReadOnlyList<string>> AnswersAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        await using var provider = Provide(settings);
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        var answers = new List<string>();
        var services = await directory.ListServicesAsync();
        foreach (var place in await PlacesAsync(directory))
        {
            foreach (var service in services.OrderBy(service => service.Key.ToString(), StringComparer.Ordinal))
                answers.Add($"{place} {service.Key} {service.Name}: {Said(await directory.ResolveAsync(service.Key, Place.Of(place)))}");
        }

        return answers;
    }

    private static async Task<IReadOnlyList<RegionKey>> PlacesAsync(IAuthorityDirectory directory)
    {
        var places = new HashSet<RegionKey>();
        foreach (var letter in "abcdefghijklmnopqrstuvwxyz")
            places.UnionWith((await directory.FindPlacesAsync(letter.ToString())).Select(place => place.Key));
        return [.. places.OrderBy(place => place.ToString(), StringComparer.Ordinal)];
    }

    private ServiceProvider Provide(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddAuthorities(new ConfigurationBuilder().AddConfiguration(Sandbox.Configuration).AddInMemoryCollection(settings).Build().GetSection(Section));
        return services.BuildServiceProvider();
    }

    private static string Said(Competence answer) => answer switch
    {
        Competence.Found found => $"{found.Office.Id} {found.Office.Name} {found.Office.MailAddress} {found.Office.Address} at {found.MatchedAt.Level}",
        Competence.Ambiguous several => string.Join(" or ", several.Offices.Select(office => office.Id.ToString()).Order(StringComparer.Ordinal)),
        Competence.NotFound missing => $"{missing.Reason}",
        _ => answer.GetType().Name,
    };
}
