using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Forms that the specifications allow and that neither this core nor openssl writes.</summary>
public sealed class RareEnvelopeTests
{
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(100);
    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>What Bouncy Castle and MimeKit put into the derivation is NULL where nothing should be.</summary>
    [Theory]
    [InlineData("1.3.133.16.840.63.0.2", "2.16.840.1.101.3.4.1.5", "2.16.840.1.101.3.4.1.2")]
    [InlineData("1.3.132.1.11.1", "2.16.840.1.101.3.4.1.45", "2.16.840.1.101.3.4.1.42")]
    public void KeyAgreementOfBouncyCastleIsRead(string agreement, string wrap, string cipher)
    {
        var pair = GeneratorUtilities.GetKeyPairGenerator("ECDH");
        pair.Init(new Org.BouncyCastle.Crypto.Parameters.ECKeyGenerationParameters(Org.BouncyCastle.Asn1.X9.X962NamedCurves.GetOid("prime256v1"), new SecureRandom()));
        var ephemeral = pair.GenerateKeyPair();
        var generator = new CmsEnvelopedDataGenerator();
        generator.AddKeyAgreementRecipient(agreement, ephemeral.Private, ephemeral.Public, new Org.BouncyCastle.X509.X509Certificate(CmsKey.Of("P-256").RawData), wrap);

        var message = generator.Generate(new CmsProcessableByteArray(_content), new Org.BouncyCastle.Asn1.DerObjectIdentifier(cipher)).GetEncoded();

        Envelopes.Open(message, CmsKey.Of("P-256")).Should().Equal(_content);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void KeyAgreementWithNullAndWithUserMaterialIsRead(bool hasNull, bool hasUserMaterial)
    {
        var message = Envelope(recipients: writer => WriteAgreement(writer, hasNull, hasUserMaterial ? [1, 2, 3] : null));

        Envelopes.Open(message, CmsKey.Of("P-256")).Should().Equal(_content);
        Envelopes.ProblemOf(Envelope(recipients: writer => WriteAgreement(writer, hasNull, [1, 2, 3], isWritten: false)), CmsKey.Of("P-256")).Should().Be(CmsProblem.NoKey);
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(12, 13)]
    [InlineData(16, 16)]
    public void NoncesAndTagsOfOtherLengthsAreRead(int nonceLength, int tagLength)
    {
        var message = Envelope(nonceLength: nonceLength, tagLength: tagLength);

        Envelopes.Open(message, CmsKey.Rsa).Should().Equal(_content);
        message[^1] ^= 1;
        Envelopes.ProblemOf(message, CmsKey.Rsa).Should().Be(CmsProblem.NoKey);
    }

    [Theory]
    [InlineData(8, 16)]
    [InlineData(12, 8)]
    [InlineData(12, 11)]
    public void ShortNoncesAndTagsAreRefused(int nonceLength, int tagLength) =>
        Envelopes.ProblemOf(Envelope(nonceLength: nonceLength, tagLength: tagLength), CmsKey.Rsa).Should().Be(CmsProblem.UnsupportedAlgorithm);

    [Fact]
    public void TheTagCoversAuthenticatedAttributes()
    {
        var message = Envelope(attributes: [1, 2, 3, 4, 5, 6, 7, 8]);

        Envelopes.Open(message, CmsKey.Rsa).Should().Equal(_content);
        message[message.AsSpan().IndexOf((ReadOnlySpan<byte>)[1, 2, 3, 4, 5, 6, 7, 8])] ^= 1;
        Envelopes.ProblemOf(message, CmsKey.Rsa).Should().Be(CmsProblem.NoKey);
    }

    [Fact]
    public void ACipherWithATagBelongsIntoAnEnvelopeWithATag() =>
        Envelopes.ProblemOf(Envelope(type: CmsOids.EnvelopedData), CmsKey.Rsa).Should().Be(CmsProblem.UnsupportedAlgorithm);

    [Fact]
    public void AThousandRecipientsAreReadAndNotOneMore()
    {
        Envelopes.Open(Envelope(recipients: writer => WriteTransports(writer, 1000)), CmsKey.Rsa).Should().Equal(_content);
        Envelopes.ProblemOf(Envelope(recipients: writer => WriteTransports(writer, 1001)), CmsKey.Rsa).Should().Be(CmsProblem.Malformed);
    }

    private static byte[] Envelope(
        string type = CmsOids.AuthEnvelopedData, int nonceLength = 12, int tagLength = 16, byte[]? attributes = null, Action<AsnWriter>? recipients = null)
    {
        var nonce = RandomNumberGenerator.GetBytes(nonceLength);
        var set = attributes is null ? null : EncodeAttributes(attributes);
        var (encrypted, tag) = Encrypt(nonce, tagLength, set);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(Tag(0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                using (writer.PushSetOf())
                    (recipients ?? (inner => WriteTransports(inner, 1)))(writer);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(CmsOids.Data);
                    WriteCipher(writer, nonce, tagLength);
                    writer.WriteOctetString(encrypted, Tag(0));
                }

                if (set is not null)
                    writer.WriteEncodedValue([0xA1, .. set[1..]]);
                if (type == CmsOids.AuthEnvelopedData)
                    writer.WriteOctetString(tag);
            }
        }

        return writer.Encode();
    }

    private static (byte[] Encrypted, byte[] Tag) Encrypt(byte[] nonce, int tagLength, byte[]? associated)
    {
        // The framework's own takes nonces of twelve octets and tags of twelve to sixteen.
        var cipher = new Org.BouncyCastle.Crypto.Modes.GcmBlockCipher(Org.BouncyCastle.Crypto.AesUtilities.CreateEngine());
        cipher.Init(true, new Org.BouncyCastle.Crypto.Parameters.AeadParameters(new Org.BouncyCastle.Crypto.Parameters.KeyParameter(_key), tagLength * 8, nonce, associated));
        var output = new byte[cipher.GetOutputSize(_content.Length)];
        var written = cipher.ProcessBytes(_content, 0, _content.Length, output, 0);
        cipher.DoFinal(output, written);
        return (output[.._content.Length], output[_content.Length..]);
    }

    private static void WriteCipher(AsnWriter writer, byte[] nonce, int tagLength)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(ContentCipher.Aes256Gcm.Oid);
            using (writer.PushSequence())
            {
                writer.WriteOctetString(nonce);
                // Twelve is the default, which DER leaves out.
                if (tagLength != 12)
                    writer.WriteInteger(tagLength);
            }
        }
    }

    private static byte[] EncodeAttributes(byte[] value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (writer.PushSetOf())
                writer.WriteOctetString(value);
        }

        return writer.Encode();
    }

    private static void WriteTransports(AsnWriter writer, int count)
    {
        using var rsa = CmsKey.Rsa.GetRSAPublicKey()!;
        var encrypted = rsa.Encrypt(_key, RSAEncryptionPadding.Pkcs1);
        for (var recipient = 0; recipient < count; recipient++)
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                CertificateReference.Write(writer, CmsKey.Rsa);
                AlgorithmIdentifier.WithNull(CmsOids.Rsa).Write(writer);
                writer.WriteOctetString(encrypted);
            }
        }
    }

    /// <summary>With <paramref name="isWritten"/> unset the user material takes part in the derivation and is not told.</summary>
    private static void WriteAgreement(AsnWriter writer, bool hasNull, byte[]? userMaterial, bool isWritten = true)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var recipient = CmsKey.Of("P-256").GetECDiffieHellmanPublicKey()!;
        var wrap = hasNull ? AlgorithmIdentifier.WithNull(KeyWrap.OidOf(32)) : AlgorithmIdentifier.Alone(KeyWrap.OidOf(32));
        var wrapped = KeyWrap.Wrap(WrappingKey.Derive(ephemeral, recipient.PublicKey, HashAlgorithmName.SHA256, wrap, 32, userMaterial), _key);
        var point = ephemeral.ExportParameters(false).Q;
        using (writer.PushSequence(Tag(1)))
        {
            writer.WriteInteger(3);
            using (writer.PushSequence(Tag(0)))
            using (writer.PushSequence(Tag(1)))
            {
                AlgorithmIdentifier.WithNull(CmsOids.EcPublicKey).Write(writer);
                writer.WriteBitString([4, .. point.X!, .. point.Y!]);
            }

            if (userMaterial is not null && isWritten)
            {
                using (writer.PushSequence(Tag(1)))
                    writer.WriteOctetString(userMaterial);
            }

            new AlgorithmIdentifier(KeyAgreementScheme.OidOf(HashAlgorithmName.SHA256), wrap.Encode()).Write(writer);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                CertificateReference.Write(writer, CmsKey.Of("P-256"));
                writer.WriteOctetString(wrapped);
            }
        }
    }

    private static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number);
}
