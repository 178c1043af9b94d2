using System.Net;
using Microsoft.Extensions.Options;
using Npgsql;
using StackExchange.Redis;

namespace DogLicence.Hosting;

/// <summary>What several nodes of the service share, section <c>Cluster</c>. Without it there is one node, and everything lies below <see cref="ApplicationOptions.DataPath"/>.</summary>
public sealed class ClusterOptions
{
    /// <summary>Connection string of a PostgreSQL database that exists: cases, payments, outbox. The nodes make the tables.</summary>
    /// <value><see langword="null"/>: a SQLite file</value>
    public string? PostgreSql { get; set; }

    /// <summary>Redis in the form of StackExchange.Redis: sessions (sealed) and log-ins under way. It must not evict.</summary>
    /// <value><see langword="null"/>: a SQLite file, and memory</value>
    public string? Redis { get; set; }

    /// <summary>How long one operation of Redis may take.</summary>
    /// <value>2 seconds, as <c>EidRedisOptions.Timeout</c></value>
    public TimeSpan RedisTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Folder of the Data Protection keys, the same for all nodes.</summary>
    /// <value><see langword="null"/>: <c>keys</c> below the data</value>
    public string? KeysPath { get; set; }

    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/28</c>) of the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    /// <value>none: nobody's</value>
    public IList<string> Proxies { get; } = [];

    /// <summary>How long a node that was told to stop goes on serving, says that it is not ready, and closes connections after their answer.</summary>
    /// <value>0: it stops at once, when the requests under way have been answered</value>
    public TimeSpan Drain { get; set; }

    /// <summary>The proxies as networks.</summary>
    /// <exception cref="FormatException">One is neither an address nor a network.</exception>
    public IEnumerable<IPNetwork> ProxyNetworks() =>
        Proxies.Select(text => IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : IPNetwork.Parse(text));
}

/// <summary>Checks what the nodes share at start. What a connection string says is not repeated: a password may stand in it.</summary>
public sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        string[] faults =
        [
            .. Fault(options.PostgreSql is null || IsReadable(() => new NpgsqlConnectionStringBuilder(options.PostgreSql).Host is { Length: > 0 }), "Cluster:PostgreSql is no connection string with a host."),
            .. Fault(options.Redis is null || IsReadable(() => ConfigurationOptions.Parse(options.Redis).EndPoints.Count > 0), "Cluster:Redis names no server in the form of StackExchange.Redis."),
            .. Fault(IsReadable(() => options.ProxyNetworks().All(network => network.PrefixLength > 0)), "Cluster:Proxies holds what is neither an address nor a network, or everybody."),
            .. Fault(options.Drain >= TimeSpan.Zero && options.Drain <= LongestDrain, "Cluster:Drain is between 0 and 5 minutes."),
            .. Fault(options.RedisTimeout > TimeSpan.Zero && options.RedisTimeout <= LongestTimeout, "Cluster:RedisTimeout is above 0 and at most 30 seconds."),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Fault(bool isRight, string otherwise) => isRight ? [] : [otherwise];

    private static bool IsReadable(Func<bool> check)
    {
        try
        {
            return check();
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
