using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The OpenID provider "oidc-provider" for Node.js in a process of its own.</summary>
public sealed class OidcProviderPeer : IAsyncLifetime
{
    private readonly TestTls _tls = TestTls.Make();
    private readonly int _port = FreePort();
    private Process? _process;
    private string? _signingKeys;

    public int ApplicationPort { get; } = FreePort();

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing { get; private set; }

    internal TestTls Tls => _tls;

    /// <summary>The secret of the machines machine-header and machine-body: it has what wants escaping somewhere.</summary>
    internal string MachineSecret { get; } = "p:s/+%26&=? \"\\~'" + Guid.NewGuid().ToString("N");

    internal Uri TokenAddress => new($"https://127.0.0.1:{_port}/token");

    internal Uri IntrospectionAddress => new($"https://127.0.0.1:{_port}/token/introspection");

    /// <summary>The secret of the client header-es256, with what wants escaping.</summary>
    internal string HeaderSecret { get; } = "h:s/+%26&=? \"\\~'" + Guid.NewGuid().ToString("N");

    internal Uri Authority => new($"https://127.0.0.1:{_port}");

    private string Secret { get; } = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")))
            Missing = "oidc-provider is not installed: npm ci --prefix tests/Contracts/peers";
        else
            Missing = await StartAsync(Folder);
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    /// <summary>Starts it anew with these keys, as an operator does who changes them; without any it makes new ones.</summary>
    internal async Task RestartAsync(string? signingKeys = null)
    {
        Stop();
        _signingKeys = signingKeys;
        (await StartAsync(Folder)).Should().BeNull();
    }

    internal IConfiguration Configuration(string client) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["BaseComponents:Eid:Broker:Environment"] = "Sandbox",
        ["BaseComponents:Eid:Broker:Authority"] = $"https://127.0.0.1:{_port}",
        ["BaseComponents:Eid:Broker:ClientId"] = client,
        ["BaseComponents:Eid:Broker:ClientSecret"] = Secret,
        ["BaseComponents:Eid:Broker:TrustAnchorsPem"] = _tls.CertificatePem,
        ["BaseComponents:Eid:Broker:MinimumLevel"] = "Substantial",
        ["BaseComponents:Eid:Broker:AcrValues:0"] = "http://eidas.europa.eu/LoA/high",
        ["BaseComponents:Eid:Broker:Scopes:0"] = "profile",
        ["BaseComponents:Eid:Broker:Scopes:1"] = "address",
        ["BaseComponents:Eid:Broker:Claims:0"] = "nationalities",
        ["BaseComponents:Eid:Broker:Claims:1"] = "place_of_birth",
    }).Build();

    private async Task<string?> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("node", "oidc-provider.mjs") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORT"] = $"{_port}";
        start.Environment["TLS_CERT"] = _tls.CertificatePem;
        start.Environment["TLS_KEY"] = _tls.KeyPem;
        start.Environment["REDIRECT_URI"] = $"http://localhost:{ApplicationPort}/signin-eidbroker";
        start.Environment["CLIENT_SECRET"] = Secret;
        start.Environment["MACHINE_SECRET"] = MachineSecret;
        start.Environment["HEADER_SECRET"] = HeaderSecret;
        start.Environment["APPLICATION"] = $"http://localhost:{ApplicationPort}";
        start.Environment["SIGNING_KEYS"] = _signingKeys ?? "";
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed.";
        }

        var complaints = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (line == "ready")
                return null;
        throw new InvalidOperationException("oidc-provider is installed but did not start: " + await complaints);
    }

    private void Stop()
    {
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    private static string Folder => Path.Combine(RepositoryRoot(), "tests", "Contracts", "peers");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string RepositoryRoot() => typeof(OidcProviderPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;
}
