using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.Saml;

namespace BaseComponents.Tests.Scale.Eid.Flood;

public sealed class ForgedAnswersTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void They_are_refused_only_after_a_decryption(bool isBig)
    {
        var (application, settings) = (new Uri("http://localhost:5000/"), sandbox.Server.Configuration.GetSection("BaseComponents:Eid:BundId"));
        var pem = settings["DecryptionCertificates:0:Pem"]!;
        var own = new SamlServiceProvider
        {
            EntityId = settings["EntityId"]!,
            AnswerAddress = new Uri(application, "/signin-bundid"),
            SigningCertificate = X509Certificate2.CreateFromPem(pem, pem),
            DecryptionCertificates = [X509Certificate2.CreateFromPem(pem, pem)],
        };
        var asked = new SamlIdentityProvider
        {
            EntityId = settings["IdentityProvider:EntityId"]!,
            PostAddress = new Uri(settings["IdentityProvider:PostAddress"]!),
            SigningCertificates = [X509Certificate2.CreateFromPem(settings["IdentityProvider:CertificatesPem"]!)],
        };
        using var reader = new SamlResponseReader(own, asked);
        var forged = new ForgedAnswers(sandbox.Server, application).To("_request", isBig);

        var answer = reader.Read(Convert.FromBase64String(forged), new SamlExpectation
        {
            RequestId = "_request",
            RequestedAt = DateTimeOffset.UtcNow.AddSeconds(-5),
            ServiceProvider = own,
            IdentityProvider = asked,
            ClockSkew = TimeSpan.FromMinutes(1),
        });

        // The assertion's signature, which is checked after it was opened; the response has none.
        answer.Should().Be(new SamlAnswer.Refused("signature-key"));
    }
}
