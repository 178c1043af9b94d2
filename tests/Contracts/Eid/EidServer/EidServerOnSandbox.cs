using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>Our client, the eID-Server of the Sandbox, and an application with an AusweisApp, for each test.</summary>
public abstract class EidServerOnSandbox(RunningSandbox sandbox) : IAsyncLifetime, IClassFixture<RunningSandbox>
{
    private readonly HttpClient _operator = new();
    private HttpClient _http = null!;

    private protected SandboxServer Sandbox => sandbox.Server;

    private protected IConfigurationSection Settings => Sandbox.Configuration.GetSection("BaseComponents:Eid:EidServer");

    private protected IEidServerClient Client { get; private set; } = null!;

    private protected CardReaderApplication Cards { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _http = Connected(Settings);
        Client = EidServerClients.Create(Connection(Settings), _http, TimeProvider.System);
        Cards = await CardReaderApplication.StartAsync(new Uri(Settings["ClientAddress"]!));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _operator.Dispose();
        _http.Dispose();
        await Cards.DisposeAsync();
    }

    private protected static EidServerRequest Ask(params EidServerOperation[] required) => new()
    {
        Operations = required.ToDictionary(operation => operation, _ => EidServerDemand.Required),
        MinimumLevel = AssuranceLevel.Substantial,
    };

    private protected static EidServerConnection Connection(IConfiguration settings) => new()
    {
        Address = new Uri(settings["Address"]!),
        SigningCertificate = X509Certificate2.CreateFromPem(settings["SigningCertificate:Pem"], settings["SigningCertificate:Pem"]),
        ServerCertificates = [X509Certificate2.CreateFromPem(settings["ServerCertificatesPem"])],
        PollInterval = TimeSpan.FromMilliseconds(100),
        ResultDeadline = TimeSpan.FromSeconds(1),
        CallTimeout = TimeSpan.FromSeconds(2),
    };

    private protected static HttpClient Connected(IConfiguration settings)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPem(settings["TlsCertificate:Pem"], settings["TlsCertificate:Pem"])];
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            CustomTrustStore = { X509Certificate2.CreateFromPem(settings["TrustAnchorsPem"]) },
        };
        return new HttpClient(handler);
    }

    private protected async Task<EidServerSession> StartAsync(EidServerRequest request) =>
        (await Client.StartAsync(request)).Should().BeOfType<EidServerStart.Started>().Which.Session;

    /// <summary>A session, a card, a result.</summary>
    private protected async Task<EidServerResult> ReadAsync(EidServerRequest request, string person, params string[] unticked)
    {
        var session = await StartAsync(request);
        await Cards.ReadAsync(session, person, unticked);
        return await Client.GetResultAsync(session);
    }

    private protected async Task ArmAsync(string fault, int milliseconds = 0)
    {
        using var answer = await _operator.PostAsJsonAsync(new Uri(Sandbox.Address, "/_sandbox/faults"), new { name = fault, times = 1, milliseconds });
        answer.EnsureSuccessStatusCode();
    }

    private protected async Task LiftAsync()
    {
        using var answer = await _operator.DeleteAsync(new Uri(Sandbox.Address, "/_sandbox/faults"));
        answer.EnsureSuccessStatusCode();
    }

    private protected async Task<IReadOnlyList<string>> FaultsAsync(string prefix) =>
        [.. (await _operator.GetFromJsonAsync<Known>(new Uri(Sandbox.Address, "/_sandbox/faults")))!.known.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private sealed record Known(Dictionary<string, string> known);
}
