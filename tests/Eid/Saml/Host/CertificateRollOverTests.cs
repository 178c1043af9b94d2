using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>Certificate files that are replaced while citizens log in.</summary>
public sealed class CertificateRollOverTests : IDisposable
{
    private static readonly X509Certificate2 NextSigning = Parties.Certificate("sp-signing-next");
    private static readonly X509Certificate2 NextEncryption = Parties.Certificate("sp-encryption-next");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saml-keys-");

    private string SigningFile => Path.Combine(_folder.FullName, "signing.pem");

    private string EncryptionFile => Path.Combine(_folder.FullName, "encryption.pem");

    [Fact]
    public async Task The_next_request_is_signed_with_the_new_key_and_a_log_in_under_way_ends_well()
    {
        await using var application = await StartAsync();
        var underWay = new SamlBrowser(application);
        var (id, relayState) = await underWay.BeginAsync();
        IsSignedBy(underWay.Sent().Request, Parties.ServiceProvider.SigningCertificate).Should().BeTrue();

        Replace(SigningFile, NextSigning);
        Replace(EncryptionFile, NextEncryption);

        var next = new SamlBrowser(application);
        var (nextId, nextRelayState) = await next.BeginAsync();
        IsSignedBy(next.Sent().Request, NextSigning).Should().BeTrue("no restart is needed");
        await underWay.AnswerAsync(Answer(id, Parties.Encryption), relayState);
        underWay.Location.Should().Be("/me", "the old decryption key stands second");
        await next.AnswerAsync(Answer(nextId, NextEncryption), nextRelayState);
        next.Location.Should().Be("/me");
    }

    [Fact]
    public async Task A_broken_file_changes_nothing_until_it_is_right()
    {
        await using var application = await StartAsync();
        await new SamlBrowser(application).BeginAsync();

        await File.WriteAllTextAsync(SigningFile, "half a fi", TestContext.Current.CancellationToken);
        var meanwhile = new SamlBrowser(application);
        await meanwhile.BeginAsync();
        IsSignedBy(meanwhile.Sent().Request, Parties.ServiceProvider.SigningCertificate).Should().BeTrue();

        Replace(SigningFile, NextSigning);
        var after = new SamlBrowser(application);
        await after.BeginAsync();
        IsSignedBy(after.Sent().Request, NextSigning).Should().BeTrue();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<SamlApplication> StartAsync()
    {
        Replace(SigningFile, Parties.ServiceProvider.SigningCertificate);
        Replace(EncryptionFile, Parties.Encryption);
        var settings = SamlApplication.Settings();
        settings["BundId:SigningCertificate:Pem"] = null;
        settings["BundId:SigningCertificate:Path"] = SigningFile;
        settings["BundId:DecryptionCertificates:1:Pem"] = settings["BundId:DecryptionCertificates:0:Pem"];
        settings["BundId:DecryptionCertificates:0:Pem"] = null;
        settings["BundId:DecryptionCertificates:0:Path"] = EncryptionFile;
        return await SamlApplication.StartAsync(settings);
    }

    // In one step, as an operator should.
    private static void Replace(string file, X509Certificate2 certificate)
    {
        var draft = file + ".new";
        File.WriteAllText(draft, $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}");
        File.Move(draft, file, overwrite: true);
    }

    private static XmlDocument Answer(string id, X509Certificate2 recipient) =>
        Answers.Encrypted(new ForgedResponse { InResponseTo = id, AssertionId = "_" + id }, new ForgedEncryption { Recipient = recipient });

    // RSASSA-PSS, which the framework's own reader of signatures does not know.
    private static bool IsSignedBy(XmlElement request, X509Certificate2 certificate)
    {
        var signature = (XmlElement)request.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!;
        var signedInfo = new XmlDocument { PreserveWhitespace = true };
        signedInfo.LoadXml(signature["SignedInfo", SignedXml.XmlDsigNamespaceUrl]!.OuterXml);
        var canonical = new XmlDsigExcC14NTransform();
        canonical.LoadInput(signedInfo);
        using var bytes = (Stream)canonical.GetOutput(typeof(Stream));
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(bytes, Convert.FromBase64String(signature["SignatureValue", SignedXml.XmlDsigNamespaceUrl]!.InnerText), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}
