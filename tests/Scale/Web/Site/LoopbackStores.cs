using BaseComponents.Tests.Contracts.Eid.Stores;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>PostgreSQL and Redis, both of which can be killed and started again at the same place. Redis keeps nothing: after that nobody is logged in.</summary>
internal sealed class LoopbackStores : IDisposable
{
    private readonly DirectoryInfo _redisFolder = Directory.CreateTempSubdirectory("web-redis-");
    private readonly int _redisPort = PeerProcess.FreePort();
    private PeerProcess? _redis;

    private LoopbackStores(PostgreSqlServer postgreSql) => PostgreSql = postgreSql;

    public PostgreSqlServer PostgreSql { get; }

    public int PostgreSqlPort => PostgreSql.Process.Port;

    public int RedisPort => _redisPort;

    public static async Task<LoopbackStores> StartAsync()
    {
        if (PeerProcess.Find("redis-server") is null || await PostgreSqlServer.StartAsync() is not { } postgreSql)
            throw new InvalidOperationException("PostgreSQL or redis-server is not installed.");
        var stores = new LoopbackStores(postgreSql);
        await stores.StartRedisAsync();
        return stores;
    }

    public async Task RestartRedisAsync(TimeSpan away)
    {
        _redis!.Kill();
        await Task.Delay(away);
        await StartRedisAsync();
    }

    public async Task RestartPostgreSqlAsync(TimeSpan away)
    {
        PostgreSql.Process.Kill();
        await Task.Delay(away);
        await PostgreSql.StartAgainAsync();
    }

    public void Dispose()
    {
        _redis?.Dispose();
        PostgreSql.Dispose();
    }

    private async Task StartRedisAsync() => _redis = await PeerProcess.StartAsync(
        _redisFolder, _redisPort, PeerProcess.Find("redis-server")!, "--bind", "127.0.0.1", "--port", $"{_redisPort}", "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction");
}
