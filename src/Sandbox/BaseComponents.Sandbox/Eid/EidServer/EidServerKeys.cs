using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>Certificates of the server and of the one application that it knows. RSA keys are made on first use.</summary>
internal sealed class EidServerKeys(SandboxAuthority authority)
{
    private readonly Lazy<X509Certificate2> _server = new(() => authority.LoadOrIssue("eid-server-signing", CertificateShape.Saml("Sandbox eID-Server")));
    private readonly Lazy<X509Certificate2> _attacker = new(() => authority.LoadOrIssue("eid-server-attacker", CertificateShape.Saml("Sandbox eID-Server")));
    private readonly Lazy<X509Certificate2> _signing = new(() => authority.LoadOrIssue("eid-server-client-signing", CertificateShape.Saml("beispielstadt.example eID")));
    private readonly Lazy<X509Certificate2> _connection = new(() => authority.LoadOrIssue("eid-server-client-tls", CertificateShape.Client("beispielstadt.example eID")));

    /// <summary>Signs the server's answers.</summary>
    public X509Certificate2 Server => _server.Value;

    /// <summary>A certificate of the same name from the same authority, which is nowhere in the settings.</summary>
    public X509Certificate2 Attacker => _attacker.Value;

    /// <summary>Signs the application's calls.</summary>
    public X509Certificate2 Signing => _signing.Value;

    /// <summary>The application's end of a connection.</summary>
    public X509Certificate2 Connection => _connection.Value;

    /// <summary>Certificate and key in one text.</summary>
    public static string PemOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var ec = certificate.GetECDsaPrivateKey();
        return $"{certificate.ExportCertificatePem()}\n{rsa?.ExportPkcs8PrivateKeyPem() ?? ec!.ExportPkcs8PrivateKeyPem()}\n";
    }
}
