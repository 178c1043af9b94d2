using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.Saml;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>The parties of the attack tests, with keys that are the same in every run: a corpus is signed by them. They protect nothing.</summary>
internal static class Parties
{
    public const string EntityId = "https://hundesteuer.beispielstadt.example/saml";
    public const string AnswerAddress = "https://hundesteuer.beispielstadt.example/signin-bundid";
    public const string IdentityProviderId = "https://idp.example/saml";
    public const string RequestId = "_request1";

    public static DateTimeOffset Now { get; } = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 IdentityProvider { get; } = Load("identity-provider");

    public static X509Certificate2 Attacker { get; } = Load("attacker");

    public static X509Certificate2 Encryption { get; } = Load("encryption");

    public static SamlServiceProvider ServiceProvider { get; } = new()
    {
        EntityId = EntityId,
        AnswerAddress = new Uri(AnswerAddress),
        SigningCertificate = Encryption,
        DecryptionCertificates = [Encryption],
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

    public static SamlResponseReader Reader { get; } = new(ServiceProvider, Asked, new FakeTimeProvider(Now));

    private static X509Certificate2 Load(string name)
    {
        var path = Path.Combine(Fuzz.Corpus.Root, "..", "keys", name + ".pem");
        return X509Certificate2.CreateFromPem(File.ReadAllText(path), File.ReadAllText(path));
    }
}
