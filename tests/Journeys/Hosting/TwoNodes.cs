using System.Text.Json;
using BaseComponents.Sandbox;
using BaseComponents.Tests.Contracts.Eid.Stores;
using DogLicence.Hosting;
using DogLicence.Walkthrough;
using Microsoft.Extensions.Configuration;
using MunicipalService.Hosting;
using Npgsql;

namespace BaseComponents.Tests.Journeys.Hosting;

/// <summary>Two nodes of the sample that share PostgreSQL, Redis and keys, with a Sandbox outside. They start together on an empty database.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("two-nodes-");
    private readonly List<RunningService> _nodes = [];
    private readonly string[] _ports = [FreePort.Next(), FreePort.Next()];

    public RedisPeer Redis { get; } = new();

    public PostgreSqlServer PostgreSql { get; private set; } = null!;

    public SandboxServer Sandbox { get; private set; } = null!;

    public IReadOnlyList<RunningService> Nodes => _nodes;

    /// <summary>Where citizens believe the service to be: at the first node.</summary>
    public Uri Address => new($"http://localhost:{_ports[0]}/");

    /// <summary>Null where a server is not installed.</summary>
    public static async Task<TwoNodes?> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var two = new TwoNodes();
        await two.Redis.InitializeAsync();
        if (two.Redis.Missing is not null || await PostgreSqlServer.StartAsync() is not { } postgreSql)
        {
            await two.DisposeAsync();
            return null;
        }

        two.PostgreSql = postgreSql;
        try
        {
            await two.StartServicesAsync(settings);
            return two;
        }
        catch
        {
            await two.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where that node itself is reached.</summary>
    public Uri AddressOf(int number) => new($"http://localhost:{_ports[number]}/");

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        if (Sandbox is not null)
            await Sandbox.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        PostgreSql?.Dispose();
        await Redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string SandboxFile => Path.Combine(_folder.FullName, "sandbox.json");

    private async Task StartServicesAsync(IEnumerable<(string Name, string Value)> settings)
    {
        Sandbox = await SandboxServer.StartAsync();
        await File.WriteAllTextAsync(SandboxFile, JsonSerializer.Serialize(Sandbox.Configuration.AsEnumerable().Where(setting => setting.Value is not null).ToDictionary()));
        _nodes.AddRange(await Task.WhenAll(Enumerable.Range(0, 2).Select(number => StartNodeAsync(number, settings))));
    }

    private Task<RunningService> StartNodeAsync(int number, IEnumerable<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["urls"] = AddressOf(number).AbsoluteUri,
            ["DogLicence:PublicAddress"] = Address.AbsoluteUri,
            ["DogLicence:DataPath"] = Path.Combine(_folder.FullName, $"node-{number}"),
            ["Sandbox:Settings"] = SandboxFile,
            ["Cluster:PostgreSql"] = PostgreSql.ConnectionString,
            ["Cluster:Redis"] = Redis.Configuration,
            ["Cluster:RedisTimeout"] = "00:00:01",
            ["Cluster:KeysPath"] = Path.Combine(_folder.FullName, "keys"),
            ["Submission:Interval"] = "00:00:00.200",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (name, value) in settings)
            all[name] = value.Replace("{n}", $"{number}", StringComparison.Ordinal);
        return DogLicenceServer.StartAsync(new ServerOptions { Environment = "Sandbox", ContentRoot = TestPaths.Sample, Settings = all });
    }
}
