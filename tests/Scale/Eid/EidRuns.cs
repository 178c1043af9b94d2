using System.Globalization;
using BaseComponents.Sandbox;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Eid.Flood;
using BaseComponents.Tests.Scale.Eid.Tenants;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>The figures of the log-in that need more than one process, tenant or connection.</summary>
internal static class EidRuns
{
    public static async Task<int> RunAsync(bool quick)
    {
        await using var sandbox = await SandboxServer.StartAsync();
        var isApart = await TenantsAsync();
        var isUsedOnce = await ReplayAsync(sandbox, quick ? 1 : 20);
        var goesOn = await FloodAsync(sandbox, quick ? 16 : 64, TimeSpan.FromSeconds(quick ? 6 : 30));
        return isApart && isUsedOnce && goesOn ? 0 : 1;
    }

    private static async Task<bool> TenantsAsync()
    {
        MatrixResult[] results = [await TenantMatrix.OneProcessAsync(), await TenantMatrix.OneProcessAndOneKeyAsync(), await TenantMatrix.ProcessesAlikeAsync()];
        Report("tenants.cross_accepted", results.Sum(result => result.CrossAccepted.Count));
        Report("tenants.cells", results.Sum(result => result.Cells));
        Report("tenants.refused_at_home", results.Sum(result => result.RefusedAtHome.Count));
        return results.All(result => result is { Cells: > 0, CrossAccepted.Count: 0, RefusedAtHome.Count: 0 });
    }

    private static async Task<bool> FloodAsync(SandboxServer sandbox, int connections, TimeSpan duration)
    {
        var calm = await FloodRun.RunAsync(sandbox, connections: 0, TimeSpan.FromSeconds(3));
        var flooded = await FloodRun.RunAsync(sandbox, connections, duration);
        Report("eid.flood.forged", flooded.ForgedPosts);
        Report("eid.flood.forged_decrypted", flooded.ForgedDecrypted);
        Report("eid.flood.forged_accepted", flooded.ForgedAccepted);
        Report("eid.flood.genuine", flooded.GenuineSucceeded);
        Report("eid.flood.genuine_failed", flooded.GenuineFailed);
        Report("eid.flood.genuine_median_ms", flooded.GenuineMedian);
        Report("eid.flood.genuine_median_calm_ms", calm.GenuineMedian);
        return flooded is { ForgedAccepted: 0, GenuineFailed: 0, GenuineSucceeded: > 0 };
    }

    private static async Task<bool> ReplayAsync(SandboxServer sandbox, int rounds)
    {
        await using var redis = new RedisPeer();
        await using var postgreSql = new PostgreSqlPeer();
        await redis.InitializeAsync();
        await postgreSql.InitializeAsync();
        if ((redis.Missing ?? postgreSql.Missing) is { } missing)
            throw new InvalidOperationException(missing);
        await Databases.MakeTableAsync(postgreSql);
        var accepted = new List<int>();
        foreach (var store in new[] { ("Node:Redis:Configuration", redis.Configuration), ("Node:PostgreSql", postgreSql.ConnectionString) })
        {
            await using var cluster = await Cluster.StartAsync(sandbox, nodes: 3, store);
            for (var round = 0; round < rounds; round++)
                accepted.Add(await Replay.RunAsync(cluster));
        }

        // The round that was furthest from the one that there has to be.
        Report("eid.replay.accepted", accepted.MaxBy(count => Math.Abs(count - 1)));
        Report("eid.replay.posts", accepted.Count * Replay.Posts);
        return accepted.TrueForAll(count => count == 1);
    }

    private static void Report(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT {name} {value:0.####}"));
}
