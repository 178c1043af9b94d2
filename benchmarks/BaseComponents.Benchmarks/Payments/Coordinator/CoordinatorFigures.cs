using System.Data.Common;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>
/// How many orders per second the coordinator brings from the intent to the delivered event, and beside it the same statements through ADO.NET: on
/// the same database with the same durability, as many at once, with the same service in this process.
/// </summary>
internal static class CoordinatorFigures
{
    private const int AtOnce = 8;
    private const int Orders = 100;

    public static async Task RunAsync(bool quick)
    {
        await SqliteAsync(quick);
        await PostgreSqlAsync(quick);
    }

    private static async Task SqliteAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("payments-coordinator-");
        // Writers of SQLite wait for each other in turns of 150 ms; on a slow disk one of eight may wait long.
        var connection = $"Data Source={Path.Combine(folder.FullName, "fees.db")};Default Timeout=300";
        await CompareAsync("sqlite", quick, options => options.UseSqlite(connection), () => new SqliteConnection(connection));
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task PostgreSqlAsync(bool quick)
    {
        using var server = await PostgreSqlServer.StartAsync(isDurable: true) ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        await CompareAsync("postgres", quick, options => options.UseNpgsql(server.ConnectionString), () => new NpgsqlConnection(server.ConnectionString));
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task CompareAsync(string name, bool quick, Action<DbContextOptionsBuilder> database, Func<DbConnection> connect)
    {
        var script = await FeeApplication.RecordAsync(database);
        using var bare = new BareRun(script, connect);
        var turns = await TakeTurnsAsync(quick, database, isPooled: true, bare);
        Measurement.Report($"payments.coordinator.{name}.per_s", Orders / turns.Ours, "1/s");
        Measurement.Report($"payments.coordinator.{name}.bare_per_s", Orders / turns.Bare, "1/s");
        Measurement.Report($"payments.coordinator.{name}.vs_bare", 1 / turns.Ratio, "x");
        var unpooled = await TakeTurnsAsync(quick, database, isPooled: false, bare);
        Measurement.Report($"payments.coordinator.{name}.unpooled.per_s", Orders / unpooled.Ours, "1/s");
        Measurement.Report($"payments.coordinator.{name}.unpooled.vs_bare", 1 / unpooled.Ratio, "x");
    }

    private static async Task<Turns> TakeTurnsAsync(bool quick, Action<DbContextOptionsBuilder> database, bool isPooled, BareRun bare)
    {
        await using var application = await FeeApplication.StartAsync(database, isPooled);
        return await Turns.TakeAsync(quick ? 16 : 40, quick ? 11 : 31, () => OursAsync(application), () => BareAsync(bare));
    }

    private static async Task OursAsync(FeeApplication application)
    {
        await ManyAsync(_ => application.PayAsync(PaymentBenchmarks.Order()));
        await application.DeliverAsync(Orders);
    }

    private static async Task BareAsync(BareRun bare)
    {
        var orders = Enumerable.Range(0, Orders).Select(_ => (Reference: PaymentBenchmarks.Order().Reference, RequestId: Guid.NewGuid().ToString("N"))).ToArray();
        await ManyAsync(number => bare.PayAsync(orders[number].Reference, orders[number].RequestId));
        // One after the other, as the coordinator does.
        foreach (var (reference, requestId) in orders)
            await bare.DeliverAsync(reference, requestId);
    }

    private static Task ManyAsync(Func<int, Task> one) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Orders), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await one(number));
}
