using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.Saml;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>An application, the identity provider it asks, and an attacker with keys of the same kind.</summary>
internal static class Parties
{
    public const string EntityId = "https://hundesteuer.beispielstadt.example/saml";
    public const string AnswerAddress = "https://hundesteuer.beispielstadt.example/signin-bundid";
    public const string IdentityProviderId = "https://idp.example/saml";
    public const string RequestId = "_request1";

    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 IdentityProvider { get; } = Certificate("idp");

    public static X509Certificate2 NextIdentityProviderKey { get; } = Certificate("idp-next");

    public static X509Certificate2 Attacker { get; } = Certificate("attacker");

    public static X509Certificate2 Encryption { get; } = Certificate("sp-encryption");

    public static X509Certificate2 OldEncryption { get; } = Certificate("sp-encryption-old");

    public static SamlServiceProvider ServiceProvider { get; } = new()
    {
        EntityId = EntityId,
        AnswerAddress = new Uri(AnswerAddress),
        SigningCertificate = Certificate("sp-signing"),
        DecryptionCertificates = [Encryption, OldEncryption],
    };

    public static SamlIdentityProvider Asked { get; } = new()
    {
        EntityId = IdentityProviderId,
        PostAddress = new Uri("https://idp.example/sso"),
        SigningCertificates = [IdentityProvider],
    };

    public static SamlExpectation Expectation { get; } = new()
    {
        RequestId = RequestId,
        RequestedAt = Now.AddSeconds(-60),
        ServiceProvider = ServiceProvider,
        IdentityProvider = Asked,
        ClockSkew = TimeSpan.FromSeconds(30),
        RequireEncryption = false,
    };

    public static SamlResponseReader Reader { get; } = ReaderOf(Asked);

    public static SamlResponseReader ReaderOf(SamlIdentityProvider identityProvider) => new(ServiceProvider, identityProvider, new FakeTimeProvider(Now));

    public static X509Certificate2 Certificate(string name, int keySize = 2048, int fromDays = -1, int toDays = 365)
    {
        using var key = RSA.Create(keySize);
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now.AddDays(fromDays), Now.AddDays(toDays));
    }
}
