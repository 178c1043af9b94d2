using System.Globalization;
using System.Text;
using BaseComponents.Tests.Scale.Mail.Audit;
using BaseComponents.Tests.Scale.Web.Journeys;
using BaseComponents.Tests.Scale.Web.Site;
using StackExchange.Redis;

namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>Looks for what all citizens' values begin with, in every form, in all that was written down: the proxy's logs, the nodes' logs and folders, Redis, and the files of PostgreSQL.</summary>
internal sealed class WebPrivacy
{
    private readonly CanarySearch[] _searches =
        [.. new[] { Canary.Prefix, Canary.Prefix.ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Canary.Prefix) }.Select(text => new CanarySearch(text))];

    /// <summary>How many places hold one.</summary>
    public int Found => _searches.Sum(search => search.Found);

    /// <summary>How much was looked at.</summary>
    public long Bytes => _searches[0].Bytes;

    /// <summary>How many sessions Redis held.</summary>
    public int Sessions { get; private set; }

    /// <summary>All places of an installation, with the number of finds in each.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LookAsync(WebSite site, bool alsoDatabaseFiles)
    {
        var found = new Dictionary<string, int>();
        void Note(string place, int before) => found[place] = Found - before;
        var at = Found;
        Read(site.Proxy.Folder);
        Note("nginx", at);
        at = Found;
        Read(site.Folder);
        Note("nodes", at);
        at = Found;
        await ReadRedisAsync($"127.0.0.1:{site.Stores.RedisPort}");
        Note("redis", at);
        at = Found;
        if (alsoDatabaseFiles)
            Read(site.Stores.PostgreSql.Process.Folder.FullName);
        Note("postgresql", at);
        return found;
    }

    public void Look(byte[] bytes)
    {
        foreach (var search in _searches)
            search.Look(bytes);
    }

    private void Read(string folder)
    {
        foreach (var search in _searches)
            search.ReadFolder(folder);
    }

    private async Task ReadRedisAsync(string server)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(server);
        var database = redis.GetDatabase();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pageSize: 1000))
        {
            Look(Encoding.UTF8.GetBytes(key.ToString()));
            var isSession = await database.KeyTypeAsync(key) is RedisType.Hash;
            Sessions += isSession ? 1 : 0;
            foreach (var value in isSession ? (await database.HashGetAllAsync(key)).Select(field => field.Value) : [await database.StringGetAsync(key)])
                Look((byte[]?)value ?? []);
        }
    }
}
