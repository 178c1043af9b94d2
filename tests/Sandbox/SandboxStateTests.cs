using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox;

public sealed class SandboxStateTests : IDisposable
{
    private readonly string _state = Directory.CreateTempSubdirectory("sandbox-state-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task Keys_are_kept_under_the_state_path()
    {
        var first = await CertificateAfterStartAsync(new SandboxOptions { StatePath = _state });
        var second = await CertificateAfterStartAsync(new SandboxOptions { StatePath = _state });

        second.Thumbprint.Should().Be(first.Thumbprint);
    }

    [Fact]
    public async Task Keys_are_new_at_every_start_without_a_state_path()
    {
        var first = await CertificateAfterStartAsync(new SandboxOptions());
        var second = await CertificateAfterStartAsync(new SandboxOptions());

        second.Thumbprint.Should().NotBe(first.Thumbprint);
    }

    private static async Task<X509Certificate2> CertificateAfterStartAsync(SandboxOptions options)
    {
        await using var sandbox = await SandboxServer.StartAsync(options);
        X509Certificate2? seen = null;
        using var client = new HttpClient(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
            {
                seen = X509CertificateLoader.LoadCertificate(certificate!.RawData);
                return true;
            },
        });
        using var answer = await client.GetAsync(sandbox.MachineAddress);
        return seen!;
    }
}
