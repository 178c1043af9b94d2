using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Sandbox.Internal.Pki;

/// <summary>The Sandbox's own certification authority. Its root is trusted by nobody but the settings the Sandbox hands out.</summary>
internal sealed class SandboxAuthority
{
    private readonly SandboxState _state;
    private readonly RsaKeys _keys;
    private readonly TimeProvider _clock;
    private readonly Lock _issuing = new();

    private SandboxAuthority(SandboxState state, RsaKeys keys, TimeProvider clock)
    {
        _state = state;
        _keys = keys;
        _clock = clock;
        Root = LoadOrIssue("root", CertificateShape.Authority("BaseComponents Sandbox CA"), issuer: null);
        ServerCertificate = LoadOrIssue("server", CertificateShape.Server("127.0.0.1"), Root);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 ServerCertificate { get; }

    public string RootPem => Root.ExportCertificatePem();

    public static SandboxAuthority LoadOrCreate(SandboxState state, RsaKeys keys, TimeProvider clock) => new(state, keys, clock);

    /// <summary>The certificate kept under that name (lower-case letters, digits, hyphen), issued on first use.</summary>
    public X509Certificate2 LoadOrIssue(string name, CertificateShape shape) => LoadOrIssue(name, shape, Root);

    /// <summary>Whether a certificate was issued by this authority and is valid now.</summary>
    public bool Issued(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        return chain.Build(certificate);
    }

    private X509Certificate2 LoadOrIssue(string name, CertificateShape shape, X509Certificate2? issuer)
    {
        lock (_issuing)
        {
            if (_state.Read<KeptCertificate>("pki/" + name) is { } kept)
                return kept.Load();
            using var certificate = CertificateMaker.Make(shape, issuer, _keys, _clock.GetUtcNow());
            var fresh = KeptCertificate.From(certificate);
            _state.Write("pki/" + name, fresh);
            return fresh.Load();
        }
    }

    private sealed record KeptCertificate(string CertificatePem, string KeyPem)
    {
        public static KeptCertificate From(X509Certificate2 certificate)
        {
            using var rsa = certificate.GetRSAPrivateKey();
            using var ec = certificate.GetECDsaPrivateKey();
            return new KeptCertificate(certificate.ExportCertificatePem(), ((AsymmetricAlgorithm?)rsa ?? ec)!.ExportPkcs8PrivateKeyPem());
        }

        // Windows' TLS refuses keys that live in memory only; elsewhere the way through PKCS#12 would only take time.
        public X509Certificate2 Load()
        {
            var pem = X509Certificate2.CreateFromPem(CertificatePem, KeyPem);
            if (!OperatingSystem.IsWindows())
                return pem;
            using (pem)
                return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
        }
    }
}
