using System.Formats.Asn1;
using System.Security.Cryptography;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>An attacker on the way writes AES-CBC over AES-GCM, whose tag is gone then (RFC 9709 section 1).</summary>
public sealed class DowngradeTests(MailLab lab) : IClassFixture<MailLab>
{
    private static readonly byte[] _content = Forge.Bytes("Content-Type: text/html\r\n\r\n<p>Zahlen Sie 50 Euro.</p>");

    [Fact]
    public async Task AMailThatWasRewrittenIsNeverReportedAsAuthenticated()
    {
        var key = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(lab.SenderKey.CertificatePem, lab.SenderKey.KeyPem);
        var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: true, Envelopes.For(key));

        // Nearly every attempt has a padding that cannot be, which looks like a wrong key; one in 256 gets through.
        var rewritten = Enumerable.Range(0, 256).Select(last => Rewritten(message, (byte)last)).First(attempt => Envelopes.ProblemOf(attempt, key) is null);
        using var opened = EnvelopeOpening.Open(new MemoryStream(rewritten), [key]);
        opened.IsAuthenticated.Should().BeFalse();
        Envelopes.Open(rewritten, key).Should().NotEqual(_content);

        // What comes out is noise at first. The most that an attacker can reach is a whole page of their own.
        var reached = InCbc(key, _content);
        Envelopes.Open(reached, key).Should().Equal(_content);
        await using var mail = await lab.ReadAsync(Forge.Mail(
            "Content-Type: application/pkcs7-mime; smime-type=authEnveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(reached, Base64FormattingOptions.InsertLineBreaks) + "\r\n"));
        (mail.Verdict.GetType(), mail.IsEncrypted, mail.IsAuthenticated, mail.Html).Should().Be((typeof(SignatureVerdict.NotSigned), true, false, null));
    }

    // RFC 9709 appendix A.1.
    [Fact]
    public void TheDerivedKeyIsThatOfTheStandard() =>
        DerivedKey.From(Convert.FromHexString("c702e7d0a9e064b09ba55245fb733cf3"), Convert.FromHexString("301b0609608648016503040106300e040c5c79058ba2f43447639d29e2"))
            .Should().Equal(Convert.FromHexString("2124ffb29fac4e0fbbc7d5d87492bff3"));

    [Theory]
    [InlineData("2.16.840.1.101.3.4.1.42", true)]
    [InlineData("2.16.840.1.101.3.4.1.2", false)]
    public void AMessageWithADerivedKeyIsReadAndOnlyWithTheAlgorithmThatItNames(string algorithm, bool isOpened)
    {
        var vector = RandomNumberGenerator.GetBytes(16);
        var message = WithDerivedKey(vector, algorithm);

        if (isOpened)
            Envelopes.Open(message, CmsKey.Rsa).Should().Equal(_content);
        else
            Envelopes.ProblemOf(message, CmsKey.Rsa).Should().Be(CmsProblem.NoKey);
    }

    private static byte[] InCbc(System.Security.Cryptography.X509Certificates.X509Certificate2 recipient, byte[] content)
    {
        var (contentKey, vector) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(16));
        using var aes = Aes.Create();
        aes.Key = contentKey;
        return Envelope(RecipientWriter.Write([Envelopes.For(recipient)], contentKey), new AlgorithmIdentifier(ContentCipher.Aes256Cbc.Oid, Octets(vector)), aes.EncryptCbc(content, vector));
    }

    // Encrypted with AES-256-CBC; what the message names may be something else.
    private static byte[] WithDerivedKey(byte[] vector, string named)
    {
        var contentKey = RandomNumberGenerator.GetBytes(32);
        using var aes = Aes.Create();
        aes.Key = DerivedKey.From(contentKey, new AlgorithmIdentifier(ContentCipher.Aes256Cbc.Oid, Octets(vector)).Encode());
        var algorithm = new AlgorithmIdentifier(DerivedKey.Oid, new AlgorithmIdentifier(named, Octets(vector)).Encode());
        return Envelope(RecipientWriter.Write([Envelopes.For(CmsKey.Rsa)], contentKey), algorithm, aes.EncryptCbc(_content, vector));
    }

    private static byte[] Rewritten(byte[] message, byte last)
    {
        var envelope = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        envelope.ReadObjectIdentifier();
        var fields = envelope.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        fields.ReadEncodedValue();
        var recipients = fields.ReadEncodedValue().ToArray();
        var content = fields.ReadSequence();
        content.ReadEncodedValue();
        content.ReadEncodedValue();
        var encrypted = content.ReadOctetString(new Asn1Tag(TagClass.ContextSpecific, 0))[..32];
        // The block in front decides the last octet of the last one.
        encrypted[15] = last;
        return Envelope(recipients, new AlgorithmIdentifier(ContentCipher.Aes256Cbc.Oid, Octets(new byte[16])), encrypted);
    }

    private static byte[] Envelope(byte[] recipients, AlgorithmIdentifier algorithm, byte[] encrypted)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.EnvelopedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                writer.WriteEncodedValue(recipients);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(CmsOids.Data);
                    algorithm.Write(writer);
                    writer.WriteOctetString(encrypted, new Asn1Tag(TagClass.ContextSpecific, 0));
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Octets(byte[] octets)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets);
        return writer.Encode();
    }
}
