using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using BaseComponents.Eid.Saml;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>Opens the answers of the Sandbox's identity providers with the application's keys, to see everything that travels.</summary>
internal sealed class OpenedAnswers(IConfiguration sandbox, Uri application)
{
    /// <param name="way">The log-in.</param>
    /// <param name="request">The page that posted the request.</param>
    /// <param name="answer">The page that is about to post the answer.</param>
    public SamlAssertion Open(LogInWay way, Shown request, Shown answer)
    {
        var section = sandbox.GetSection($"BaseComponents:Eid:{way.Scheme}");
        var (us, them) = (ServiceProvider(section, way), IdentityProvider(section));
        using var reader = new SamlResponseReader(us, them);
        var read = reader.Read(Convert.FromBase64String(Field(answer, "SAMLResponse")), new SamlExpectation
        {
            RequestId = XDocument.Load(new MemoryStream(Convert.FromBase64String(Field(request, "SAMLRequest")))).Root!.Attribute("ID")!.Value,
            RequestedAt = DateTimeOffset.UtcNow.AddMinutes(-1),
            ServiceProvider = us,
            IdentityProvider = them,
        });
        return read.Should().BeOfType<SamlAnswer.Accepted>().Subject.Assertion;
    }

    public static string Field(Shown page, string name) => page.Document.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;

    private SamlServiceProvider ServiceProvider(IConfigurationSection section, LogInWay way) => new()
    {
        EntityId = section["EntityId"]!,
        AnswerAddress = new Uri(application, $"/signin-{way.Scheme.ToLowerInvariant()}"),
        SigningCertificate = Certificate(section, "SigningCertificate"),
        DecryptionCertificates = [Certificate(section, "DecryptionCertificates:0"), Certificate(section, "DecryptionCertificates:1")],
    };

    private static SamlIdentityProvider IdentityProvider(IConfigurationSection section)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(section["IdentityProvider:CertificatesPem"]);
        return new SamlIdentityProvider { EntityId = section["IdentityProvider:EntityId"]!, SigningCertificates = [.. certificates] };
    }

    private static X509Certificate2 Certificate(IConfigurationSection section, string name) => X509Certificate2.CreateFromPem(section[$"{name}:Pem"], section[$"{name}:Pem"]);
}
