using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Web.Chaos;
using Npgsql;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>The whole installation on one machine: nginx, nodes, PostgreSQL, Redis, the Sandbox outside, and a line that can fail to each of them.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("web-site-");
    private readonly LoopbackStores _stores;
    private readonly WebSandbox _sandbox;
    private readonly int _port = PeerProcess.FreePort();
    private Nginx? _nginx;

    private WebSite(LoopbackStores stores, WebSandbox sandbox, WebPlan plan)
    {
        (_stores, _sandbox) = (stores, sandbox);
        (PostgreSqlLine, RedisLine) = (new FaultProxy(stores.PostgreSqlPort), new FaultProxy(stores.RedisPort));
        PaymentLine = new FaultProxy(new Uri(sandbox.Settings["BaseComponents:Payments:BaseAddress"]).Port);
        MailLine = new FaultProxy(int.Parse(sandbox.Settings["BaseComponents:SecureMail:Smtp:Port"], CultureInfo.InvariantCulture));
        Nodes = [.. Enumerable.Range(1, plan.Nodes).Select(number => new WebNode(number, _folder.FullName, SettingsOf(number, plan)))];
    }

    /// <summary>Where citizens go.</summary>
    public Uri Address => new($"https://localhost:{_port}/");

    public Uri Sandbox => _sandbox.Address;

    public TimeSpan SandboxProcessor => _sandbox.Processor;

    public IReadOnlyList<WebNode> Nodes { get; }

    public FaultProxy PostgreSqlLine { get; }

    public FaultProxy RedisLine { get; }

    public FaultProxy PaymentLine { get; }

    public FaultProxy MailLine { get; }

    public LoopbackStores Stores => _stores;

    public Nginx Proxy => _nginx!;

    /// <summary>What nodes wrote down: logs, and their own folders.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The database itself, past the line that may fail.</summary>
    public string Database => new NpgsqlConnectionStringBuilder(_stores.PostgreSql.ConnectionString) { Pooling = false }.ConnectionString;

    public static async Task<WebSite> StartAsync(WebPlan plan)
    {
        if (Nginx.Program is null)
            throw new InvalidOperationException("nginx is not installed.");
        var site = new WebSite(await LoopbackStores.StartAsync(), await WebSandbox.StartAsync(), plan);
        try
        {
            await site.StartNodesAsync(plan);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    private async Task StartNodesAsync(WebPlan plan)
    {
        await WriteSettingsAsync();
        // Together, on an empty database.
        await Task.WhenAll(Nodes.Select(node => node.StartAsync()));
        _nginx = await Nginx.StartAsync(_port, Nodes.Select(node => node.Address), plan.Flaw is WebFlaw.PagesCached);
    }

    public async ValueTask DisposeAsync()
    {
        _nginx?.Dispose();
        foreach (var node in Nodes)
            await node.DisposeAsync();
        await _sandbox.DisposeAsync();
        foreach (var line in new[] { PostgreSqlLine, RedisLine, PaymentLine, MailLine })
            await line.DisposeAsync();
        _stores.Dispose();
        _folder.Delete(recursive: true);
    }

    private string SandboxFile => Path.Combine(_folder.FullName, "sandbox.json");

    private string CertificateFile => Path.Combine(_folder.FullName, "keys.p12");

    private Dictionary<string, string> SettingsOf(int number, WebPlan plan)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Sandbox",
            ["DogLicence:PublicAddress"] = Address.AbsoluteUri,
            ["DogLicence:DataPath"] = Path.Combine(_folder.FullName, $"node-{number}"),
            ["DogLicence:FormsPerMinute"] = "100000",
            ["DogLicence:KeyProtectionCertificatePath"] = CertificateFile,
            ["Sandbox:Settings"] = SandboxFile,
            ["Cluster:PostgreSql"] = $"Host=127.0.0.1;Port={PostgreSqlLine.Port};Database=postgres;Username=postgres;Timeout=3;Command Timeout=5;Cancellation Timeout=1000;Maximum Pool Size=40",
            ["Cluster:Redis"] = $"127.0.0.1:{RedisLine.Port}",
            ["Cluster:RedisTimeout"] = "00:00:02",
            ["Cluster:KeysPath"] = Path.Combine(_folder.FullName, plan.Flaw is WebFlaw.OwnKeys ? $"keys-{number}" : "keys"),
            ["Cluster:Proxies:0"] = "127.0.0.1",
            ["Cluster:Drain"] = "00:00:02",
            ["Submission:Interval"] = "00:00:01",
            ["Submission:Lease"] = "00:00:10",
            ["Submission:FirstRetry"] = "00:00:01",
        };
        if (plan.Flaw is WebFlaw.OwnSessions)
            settings.Remove("Cluster:Redis");
        return settings;
    }

    // What the Sandbox hands out, but over the lines that may fail, and with leases that a run can wait for.
    private async Task WriteSettingsAsync()
    {
        var settings = new Dictionary<string, string>(_sandbox.Settings)
        {
            ["BaseComponents:Payments:BaseAddress"] = new UriBuilder(_sandbox.Settings["BaseComponents:Payments:BaseAddress"]) { Port = PaymentLine.Port }.Uri.AbsoluteUri,
            ["BaseComponents:Payments:Timeout"] = "00:00:05",
            ["BaseComponents:Payments:Reconciler:Interval"] = "00:00:01",
            ["BaseComponents:Payments:Reconciler:Lease"] = "00:00:10",
            ["BaseComponents:Payments:Reconciler:EventConcurrency"] = "4",
            ["BaseComponents:Payments:Reconciler:Delays:0"] = "00:00:02",
            ["BaseComponents:Payments:Reconciler:Delays:1"] = "00:00:05",
            ["BaseComponents:SecureMail:Smtp:Port"] = $"{MailLine.Port}",
            ["BaseComponents:SecureMail:Outbox:Lease"] = "00:00:10",
            ["BaseComponents:SecureMail:Outbox:FirstRetry"] = "00:00:01",
            ["BaseComponents:SecureMail:Outbox:MaxRetry"] = "00:00:05",
            ["BaseComponents:SecureMail:Outbox:ResendDelay"] = "00:00:01",
        };
        await File.WriteAllTextAsync(SandboxFile, JsonSerializer.Serialize(settings));
        using var key = RSA.Create(2048);
        var now = DateTimeOffset.UtcNow;
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        await File.WriteAllBytesAsync(CertificateFile, certificate.Export(X509ContentType.Pkcs12));
    }
}
