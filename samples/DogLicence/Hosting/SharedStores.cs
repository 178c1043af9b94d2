using BaseComponents.Eid.Redis;
using DogLicence.Cases;
using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace DogLicence.Hosting;

/// <summary>Where cases, sessions and log-ins under way are kept: in files of this node, or in what all nodes share.</summary>
public static class SharedStores
{
    public static void AddStores(this IServiceCollection services, ClusterOptions cluster, string dataPath)
    {
        services.AddDbContextPool<CaseDb>(db =>
        {
            if (cluster.PostgreSql is { } server)
                db.UseNpgsql(server);
            else
                db.UseSqlite($"Data Source={Path.Combine(dataPath, "cases.db")};Default Timeout=30");
        });
        if (cluster.Redis is null)
            AddSessionFile(services, dataPath);
        else
            AddRedis(services, cluster);
    }

    private static void AddSessionFile(IServiceCollection services, string dataPath)
    {
        services.AddDbContext<SessionDb>(db => db.UseSqlite($"Data Source={Path.Combine(dataPath, "sessions.db")};Default Timeout=30"));
        services.AddSingleton<IDistributedCache, SessionCache>();
    }

    // What is put in has been sealed before: keys are hashed, values encrypted with the keys that the nodes share.
    private static void AddRedis(IServiceCollection services, ClusterOptions cluster)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Store:Configuration", cluster.Redis),
            new("Store:KeyPrefix", "hund:eid:"),
            new("Store:Timeout", cluster.RedisTimeout.ToString("c")),
        ]).Build();
        services.AddEidRedisStore(configuration.GetSection("Store"));
        services.AddStackExchangeRedisCache(redis => (redis.ConfigurationOptions, redis.InstanceName) = (Sessions(cluster), "hund:"));
    }

    // While Redis is away, a page says so soon, instead of waiting for it.
    private static ConfigurationOptions Sessions(ClusterOptions cluster)
    {
        var sessions = ConfigurationOptions.Parse(cluster.Redis!);
        var milliseconds = (int)cluster.RedisTimeout.TotalMilliseconds;
        (sessions.AbortOnConnectFail, sessions.BacklogPolicy) = (false, BacklogPolicy.FailFast);
        (sessions.ConnectTimeout, sessions.AsyncTimeout, sessions.SyncTimeout) = (milliseconds, milliseconds, milliseconds);
        return sessions;
    }
}
