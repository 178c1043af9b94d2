using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>An answer as BundID sends it: every attribute it has, the assertion signed with RSASSA-PSS and encrypted with AES-256-GCM and RSA-OAEP, the response signed around it.</summary>
internal sealed class BundIdMessage
{
    // Names and values of the interface description, with letters that need two and three octets.
    private static readonly (string Oid, string Value, bool HasTrust)[] Data =
    [
        ("2.5.4.42", "ERIKA MARIE-LUISE", true),
        ("2.5.4.4", "MUSTERMANN-WEIẞMÜLLER", true),
        ("0.9.2342.19200300.100.1.3", "erika.mustermann@buerger.example", true),
        ("2.5.4.16", "HEIDESTRAẞE 17", true),
        ("2.5.4.17", "51147", true),
        ("2.5.4.7", "KÖLN", true),
        ("1.2.40.0.10.2.1.1.225599", "DE", true),
        ("0.9.2342.19200300.100.1.40", "DR.", true),
        ("1.3.6.1.4.1.33592.1.3.5", "2", true),
        ("1.2.40.0.10.2.1.1.55", "1964-08-12", true),
        ("1.3.6.1.5.5.7.9.2", "BERLIN", true),
        ("1.2.40.0.10.2.1.1.225566", "GABLER", true),
        ("1.2.40.0.10.2.1.1.225577", "D", true),
        ("1.2.40.0.10.2.1.1.552255", "ID", true),
        ("1.3.6.1.4.1.55605.70737875.1.1.1.7.1", "erika@de-mail.example", true),
        ("2.5.4.20", "+49 351 0000000", true),
        ("1.3.6.1.4.1.25484.494450.10.1", "DE", true),
        ("1.3.6.1.4.1.25484.494450.5", "02760501150000", true),
        ("1.3.6.1.4.1.25484.494450.3", "q3Zk9wX2mVbL0aTfYpR7sHcN5eUjD8gK1oIyQ4zCxMs", false),
        ("1.2.40.0.10.2.1.1.261.94", "STORK-QAA-Level-4", false),
        ("1.3.6.1.4.1.25484.494450.1", "2", false),
        ("1.3.6.1.4.1.25484.494450.2", "eID", false),
        ("2.5.4.18", "0f8fad5b-d9cb-469f-a165-70867728950e", false),
        ("1.3.6.1.4.1.25484.494450.4", "a8098c1a-f86e-11da-bd1a-00112444be1e", false),
        ("1.2.40.0.10.2.1.1.226699", "p9Xc2LmQ7vTz", false),
        ("1.3.6.1.4.1.25484.494450.7", "true", false),
    ];

    private readonly X509Certificate2 _signer;
    private readonly X509Certificate2 _recipient;

    /// <param name="keySize">Bits of the RSA keys.</param>
    public BundIdMessage(int keySize)
    {
        (_signer, _recipient) = (Parties.Certificate("idp", keySize), Parties.Certificate("sp", keySize));
        // The peer looks at the real clock.
        var now = DateTimeOffset.UtcNow;
        Octets = Encoding.UTF8.GetBytes(Document(new ForgedResponse { IssuedAt = now, AuthenticatedAt = now, NotBefore = now.AddMinutes(-1), NotOnOrAfter = now.AddHours(1), Attributes = string.Concat(Data.Select(Attribute)) }).OuterXml);
        var (application, identityProvider) = (Parties.ServiceProvider with { DecryptionCertificates = [_recipient] }, Parties.Asked with { SigningCertificates = [_signer] });
        Expectation = Parties.Expectation with { RequestedAt = now, RequireEncryption = true, ServiceProvider = application, IdentityProvider = identityProvider };
        Reader = new SamlResponseReader(application, identityProvider, new FakeTimeProvider(now));
        Cryptography = new BareCryptography(Octets, _signer, _recipient);
        if (Reader.Read(Octets, Expectation) is not SamlAnswer.Accepted { Assertion.Attributes.Count: var count } || count != Data.Length)
            throw new InvalidOperationException("The message is not accepted with all it says: there is nothing to measure.");
    }

    public byte[] Octets { get; }

    public SamlExpectation Expectation { get; }

    public SamlResponseReader Reader { get; }

    public BareCryptography Cryptography { get; }

    /// <summary>A job for node-saml, which checks both signatures and opens the assertion as well.</summary>
    public object Job(int warmups, int batches, int perBatch) => new
    {
        work = "measure",
        response = Convert.ToBase64String(Octets),
        entityId = Parties.EntityId,
        answerAddress = Parties.AnswerAddress,
        identityProviderPem = _signer.ExportCertificatePem(),
        decryptionPem = _recipient.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(),
        requestId = Parties.RequestId,
        warmups,
        batches,
        perBatch,
    };

    private XmlDocument Document(ForgedResponse response)
    {
        var document = response.ToXml();
        new ForgedSignature { Signer = _signer }.Apply(Answers.AssertionOf(document));
        new ForgedEncryption { Recipient = _recipient }.Apply(Answers.AssertionOf(document));
        new ForgedSignature { Signer = _signer }.Apply(document.DocumentElement!);
        return document;
    }

    private static string Attribute((string Oid, string Value, bool HasTrust) datum) =>
        $"""<saml:Attribute{(datum.HasTrust ? """ xmlns:akdb="https://www.akdb.de/request/2018/09" akdb:TrustLevel="HOCH" """ : " ")}FriendlyName="datum-{datum.Oid[^2..]}" Name="urn:oid:{datum.Oid}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue xsi:type="xs:string">{datum.Value}</saml:AttributeValue></saml:Attribute>""";
}
