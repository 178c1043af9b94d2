using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Authorities;

/// <summary>One Sandbox for all tests of a class, and a client that trusts its authority alone.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    public SandboxServer Sandbox { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            CustomTrustStore = { X509Certificate2.CreateFromPem(Sandbox.Configuration["BaseComponents:Authorities:TrustAnchorsPem"]) },
        };
        Client = new HttpClient(handler);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
