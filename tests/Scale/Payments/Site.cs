using BaseComponents.Tests.Contracts.Payments;
using BaseComponents.Tests.Scale.Payments.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace BaseComponents.Tests.Scale.Payments;

/// <summary>What nobody kills: a database of its own, and the Sandbox as a process of its own, whose ledger is the judge's evidence.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const string EndPointWithoutLookUp = "14999998";
    private readonly SandboxProcess _sandbox;
    private readonly DirectoryInfo _folder;

    private Site(string database, SandboxProcess sandbox, DirectoryInfo folder) => (Database, _sandbox, _folder) = (database, sandbox, folder);

    public string Database { get; }

    public Uri Sandbox => _sandbox.Address;

    public static async Task<Site> OpenAsync(string server)
    {
        var folder = Directory.CreateTempSubdirectory("payments-chaos-");
        var database = new NpgsqlConnectionStringBuilder(server) { Database = $"chaos_{Guid.NewGuid():N}" }.ConnectionString;
        await using var db = new CaseDb(new DbContextOptionsBuilder<CaseDb>().UseNpgsql(database).Options);
        await db.Database.EnsureCreatedAsync();
        return new Site(database, await SandboxProcess.StartAsync(folder.FullName), folder);
    }

    /// <summary>A worker's settings: those the Sandbox gives, short waits, and both authorities.</summary>
    public Dictionary<string, string?> SettingsFor(ChaosPlan plan)
    {
        var settings = new Dictionary<string, string?> { ["Worker:PostgreSql"] = Database, ["Worker:Flaw"] = $"{plan.Flaw}" };
        foreach (var tenant in WorkerServices.Tenants)
        {
            foreach (var (key, value) in _sandbox.Settings.GetSection("BaseComponents:Payments").AsEnumerable(makePathsRelative: true))
                settings[$"Payments:{tenant}:{key}"] = value;
            settings[$"Payments:{tenant}:Timeout"] = "00:00:02";
            settings[$"Payments:{tenant}:RequireEchoedOrder"] = $"{plan.Flaw is Flaws.Flaw.None}";
            settings[$"Payments:{tenant}:Reconciler:Interval"] = "00:00:00.1";
            settings[$"Payments:{tenant}:Reconciler:Lease"] = "00:00:05";
            settings[$"Payments:{tenant}:Reconciler:EventConcurrency"] = "4";
            settings[$"Payments:{tenant}:Reconciler:Delays:0"] = "00:00:00.5";
            settings[$"Payments:{tenant}:Reconciler:Delays:1"] = "00:00:02";
        }

        settings[$"Payments:{WorkerServices.Tenants[1]}:EndPointId"] = EndPointWithoutLookUp;
        return settings;
    }

    public async Task<T> AskAsync<T>(string statement, params (string Name, object Value)[] parameters)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
