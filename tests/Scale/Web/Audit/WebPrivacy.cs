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
    private const int PartSize = 4 * 1024 * 1024;
    private const int Overlap = 1024;
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
        ReadFolder(site.Proxy.Folder);
        Note("nginx", at);
        at = Found;
        ReadFolder(site.Folder);
        Note("nodes", at);
        at = Found;
        await ReadRedisAsync($"127.0.0.1:{site.Stores.RedisPort}");
        Note("redis", at);
        at = Found;
        if (alsoDatabaseFiles)
            ReadFolder(site.Stores.PostgreSql.Process.Folder.FullName);
        Note("postgresql", at);
        return found;
    }

    public void Look(byte[] bytes)
    {
        foreach (var search in _searches)
            search.Look(bytes);
    }

    // Files of a database grow large. Parts overlap, so that nothing is cut in two.
    public void ReadFolder(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => !file.Attributes.HasFlag(FileAttributes.Device) && file.UnixFileMode != 0))
            ReadParts(file);
    }

    private void ReadParts(FileInfo file)
    {
        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var part = new byte[PartSize];
            int read;
            for (var kept = 0; (read = stream.ReadAtLeast(part.AsSpan(kept), part.Length - kept, throwOnEndOfStream: false)) > 0; kept = Math.Min(Overlap, kept + read))
            {
                Look(part[..(kept + read)]);
                part.AsSpan(Math.Max(0, kept + read - Overlap), Math.Min(Overlap, kept + read)).CopyTo(part);
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException || !file.Exists || file.Length == 0)
        {
            // A database at work throws files away; sockets have no content.
        }
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
