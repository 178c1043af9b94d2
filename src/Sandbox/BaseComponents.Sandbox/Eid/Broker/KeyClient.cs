using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Sandbox.Internal;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>The second application the provider knows: it proves itself by a key, signs its requests, and gets everything encrypted to that key. The Sandbox makes the key and hands it out with the settings.</summary>
internal sealed class KeyClient
{
    public const string Id = "sandbox-key-client";

    private readonly string _pem;

    public KeyClient(SandboxContext context)
    {
        var kept = context.State.Read<Kept>("eid/key-client") ?? Make(context);
        _pem = kept.Pem;
        var rsa = RSA.Create();
        rsa.ImportFromPem(kept.Pem);
        PublicKey = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false));
    }

    /// <summary>Certificate and key, for the settings of the application.</summary>
    public string Pem => _pem;

    public RsaSecurityKey PublicKey { get; }

    /// <summary>What stands for the proof by key inside the provider, once it has been checked; it never leaves the process.</summary>
    public string Secret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public bool HasSecret(string? secret) => secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Secret));

    private static Kept Make(SandboxContext context)
    {
        using var key = context.Keys.Draw(2048);
        var request = new CertificateRequest("CN=Sandbox application", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = context.Clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddYears(5));
        var kept = new Kept(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        context.State.Write("eid/key-client", kept);
        return kept;
    }

    private sealed record Kept(string Pem);
}
