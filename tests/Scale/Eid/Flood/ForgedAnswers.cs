using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Sandbox;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Scale.Eid.Flood;

/// <summary>
/// Answers of an attacker who knows all that is public: encrypted for the application's key, signed by a key of the attacker. Only a decryption shows that
/// they are forged, so that they cost as much as an answer can.
/// </summary>
internal sealed class ForgedAnswers
{
    private const string Placeholder = "_request-of-the-attacker";
    private const int NearTheLimit = 150 * 1024;

    private readonly string _small;
    private readonly string _big;

    public ForgedAnswers(SandboxServer sandbox, Uri application)
    {
        using var recipient = X509Certificate2.CreateFromPem(sandbox.Configuration["BaseComponents:Eid:BundId:DecryptionCertificates:0:Pem"]!);
        _small = Forge(sandbox, application, recipient, rest: "");
        _big = Forge(sandbox, application, recipient, new string('A', NearTheLimit));
    }

    /// <summary>An answer to a request of the attacker's own browser.</summary>
    public string To(string requestId, bool isBig) => Convert.ToBase64String(Encoding.UTF8.GetBytes((isBig ? _big : _small).Replace(Placeholder, requestId, StringComparison.Ordinal)));

    private static string Forge(SandboxServer sandbox, Uri application, X509Certificate2 recipient, string rest)
    {
        var (now, address) = (DateTimeOffset.UtcNow, new Uri(application, "/signin-bundid").AbsoluteUri);
        var response = new ForgedResponse
        {
            Issuer = sandbox.Configuration["BaseComponents:Eid:BundId:IdentityProvider:EntityId"]!,
            Destination = address,
            Recipient = address,
            InResponseTo = Placeholder,
            Audience = sandbox.Configuration["BaseComponents:Eid:BundId:EntityId"]!,
            IssuedAt = now.AddSeconds(20),
            AuthenticatedAt = now,
            NotBefore = now,
            NotOnOrAfter = now.AddMinutes(5),
            Attributes = $"""<saml:Attribute Name="urn:oid:2.5.4.4"><saml:AttributeValue>{rest}</saml:AttributeValue></saml:Attribute>""",
        };
        return Answers.Encrypted(response, new ForgedEncryption { Recipient = recipient }, signResponse: false).OuterXml;
    }
}
