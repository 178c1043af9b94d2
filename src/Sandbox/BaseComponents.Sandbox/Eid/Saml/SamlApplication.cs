using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>
/// The one application that both identity providers know. Its keys are handed out with the settings, and made on first use; it may be answered
/// at any address on this machine.
/// </summary>
internal sealed class SamlApplication(SandboxAuthority authority)
{
    public const string EntityId = "https://beispielstadt.example/saml";
    public const string DisplayName = "Beispielstadt";
    public const string OnlineServiceId = "BMI-9999-0001";

    private readonly Lazy<X509Certificate2> _signing = new(() => authority.LoadOrIssue("saml-sp-signing", CertificateShape.Saml("beispielstadt.example signature")));
    private readonly Lazy<X509Certificate2> _decryption = new(() => authority.LoadOrIssue("saml-sp-decryption", CertificateShape.Saml("beispielstadt.example encryption")));
    private readonly Lazy<X509Certificate2> _oldDecryption = new(() => authority.LoadOrIssue("saml-sp-decryption-old", CertificateShape.Saml("beispielstadt.example encryption (old)")));

    public X509Certificate2 Signing => _signing.Value;

    public X509Certificate2 Decryption => _decryption.Value;

    /// <summary>The key before the last change of keys: the application still has it.</summary>
    public X509Certificate2 OldDecryption => _oldDecryption.Value;

    public static string PemOf(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
