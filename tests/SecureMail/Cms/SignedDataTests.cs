using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Signatures that are written here and by openssl, and what is said about them.</summary>
public sealed class SignedDataTests
{
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(150_000);

    public static MatrixTheoryData<string, SignaturePadding, bool> Forms { get; } = new(
        ["RSA", "P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"], [SignaturePadding.Pkcs1, SignaturePadding.Pss], [true, false]);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task OpenSslVerifiesWhatIsSignedHere(string kind, SignaturePadding padding, bool isDetached)
    {
        using var openssl = OpenSsl.OrSkip();
        var message = isDetached ? Signatures.Detached(_content, Signatures.By(CmsKey.Of(kind), padding)) : Signatures.Opaque(_content, Signatures.By(CmsKey.Of(kind), padding));
        openssl.File("key.pem", CmsKey.Pem(CmsKey.Of(kind)));
        openssl.File("content", _content);
        openssl.File("signed", message);
        string[] beside = isDetached ? ["-content", "content"] : [];

        await openssl.RunAsync(["cms", "-verify", "-binary", "-cades", "-purpose", "any", "-inform", "DER", "-in", "signed", "-CAfile", "key.pem", "-out", "verified", .. beside]);

        openssl.Read("verified").Should().Equal(_content);
        var found = Signatures.Verify(message, _content).Signers.Should().ContainSingle().Which;
        (found.State, found.IsAcceptable, found.ClaimedTime, found.Certificate!.Thumbprint).Should()
            .Be((SignatureState.Intact, true, Signatures.Time, CmsKey.Of(kind).Thumbprint));
    }

    [Theory]
    [InlineData("RSA", "sha256")]
    [InlineData("RSA", "sha384")]
    [InlineData("RSA", "sha512")]
    [InlineData("P-256", "sha256")]
    [InlineData("P-384", "sha384")]
    [InlineData("P-521", "sha512")]
    [InlineData("brainpoolP256r1", "sha256")]
    [InlineData("brainpoolP384r1", "sha384")]
    [InlineData("brainpoolP512r1", "sha512")]
    public async Task WhatOpenSslSignsIsVerifiedInEveryForm(string kind, string hash)
    {
        string[][] forms = [[], ["-nodetach"], ["-nodetach", "-stream"], ["-keyid"], ["-cades"], ["-nosmimecap", "-nodetach", "-stream", "-keyid"]];
        foreach (var form in forms)
        {
            var found = Signatures.Verify(await SignAsync(kind, hash, form), _content);

            (found.AreIntact, found.AreAcceptable, found.Signers.Count).Should().Be((true, true, 1), string.Join(' ', form));
            Signatures.Verify(await SignAsync(kind, hash, []), _content[1..]).Signers.Single().State.Should().Be(SignatureState.Broken);
        }
    }

    [Theory]
    [InlineData("sha256", "digest", null)]
    [InlineData("sha512", "digest", null)]
    [InlineData("sha256", "max", null)]
    [InlineData("sha256", "0", null)]
    [InlineData("sha384", "20", null)]
    [InlineData("sha256", "digest", "sha512")]
    public async Task EverySaltAndMaskOfPssIsVerified(string hash, string salt, string? mask)
    {
        string[] options = ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:" + salt, .. mask is null ? Array.Empty<string>() : ["-keyopt", "rsa_mgf1_md:" + mask]];
        var message = await SignAsync("RSA", hash, options);

        var found = Signatures.Verify(message, _content);
        message[^1] ^= 1;
        var changed = Signatures.Verify(message, _content);

        (found.AreIntact, found.AreAcceptable).Should().Be((true, true));
        changed.AreIntact.Should().BeFalse();
    }

    [Theory]
    [InlineData("-md", "sha1")]
    [InlineData("-md", "sha224")]
    [InlineData("-noattr", null)]
    public async Task WeakHashesAndMissingAttributesAreSaid(string option, string? value)
    {
        var found = Signatures.Verify(await SignAsync("RSA", "sha256", value is null ? [option] : [option, value]), _content);

        found.AreAcceptable.Should().BeFalse();
    }

    [Fact]
    public async Task EverySignerOfSeveralIsLookedAt()
    {
        using var openssl = OpenSsl.OrSkip();
        foreach (var (kind, name) in new[] { ("RSA", "one.pem"), ("P-256", "two.pem") })
            openssl.File(name, CmsKey.Pem(CmsKey.Of(kind)));
        openssl.File("content", _content);
        await openssl.RunAsync("cms", "-sign", "-binary", "-in", "content", "-outform", "DER", "-out", "signed", "-md", "sha256", "-signer", "one.pem", "-signer", "two.pem");
        var message = openssl.Read("signed");

        var found = Signatures.Verify(message, _content);
        // The value of the last signer stands at the end.
        message[^1] ^= 1;
        var changed = Signatures.Verify(message, _content);

        found.Signers.Select(signer => signer.State).Should().Equal(SignatureState.Intact, SignatureState.Intact);
        changed.Signers.Select(signer => signer.State).Should().BeEquivalentTo([SignatureState.Intact, SignatureState.Broken]);
    }

    [Fact]
    public void NoFlippedBitOfContentOrSignerPasses()
    {
        byte[] content = [1, 2, 3];
        var message = Signatures.Detached(content, Signatures.By(CmsKey.Of("P-256")));
        var passed = new List<int>();
        for (var offset = 0; offset < message.Length; offset++)
        {
            var changed = message.ToArray();
            changed[offset] ^= 1;
            if (Passes(changed, content))
                passed.Add(offset);
        }

        // Nothing protects the version of the message and of the signer, or the hashes announced in front of the content: they say nothing that is used.
        passed.Select(offset => message[(offset - 2)..(offset + 1)]).Should().AllSatisfy(version => version.Should().Equal(0x02, 0x01, 0x01));
        passed.Should().HaveCountLessThanOrEqualTo(2);
    }

    [Fact]
    public void AnAttributeGivenTwiceIsNoAttribute()
    {
        var message = Resign(attributes =>
        {
            attributes.WriteEncodedValue(Attribute(CmsOids.ContentType, writer => writer.WriteObjectIdentifier(CmsOids.Data)));
            attributes.WriteEncodedValue(Attribute(CmsOids.MessageDigest, writer => writer.WriteOctetString(SHA256.HashData(_content))));
            attributes.WriteEncodedValue(Attribute(CmsOids.MessageDigest, writer => writer.WriteOctetString(new byte[32])));
        });

        Signatures.Verify(message, _content).Signers.Single().State.Should().Be(SignatureState.Broken);
    }

    [Fact]
    public void AProtectedAlgorithmMustBeTheOneThatWasUsed()
    {
        var message = Resign(attributes =>
        {
            attributes.WriteEncodedValue(Attribute(CmsOids.ContentType, writer => writer.WriteObjectIdentifier(CmsOids.Data)));
            attributes.WriteEncodedValue(Attribute(CmsOids.MessageDigest, writer => writer.WriteOctetString(SHA256.HashData(_content))));
            attributes.WriteEncodedValue(Attribute(CmsOids.AlgorithmProtection, writer =>
            {
                using (writer.PushSequence())
                {
                    AlgorithmIdentifier.Alone(CmsOids.Sha512).Write(writer);
                    AlgorithmIdentifier.WithNull(CmsOids.Rsa).Write(writer, new Asn1Tag(TagClass.ContextSpecific, 1));
                }
            }));
        });

        Signatures.Verify(message, _content).Signers.Single().State.Should().Be(SignatureState.Broken);
    }

    [Fact]
    public void ACertificateNamedInTheSignatureCannotBeExchanged()
    {
        using var renewed = Renewed();
        var message = Signatures.Detached(_content, Signatures.By(CmsKey.Rsa));
        Signatures.Verify(message, _content).AreIntact.Should().BeTrue();
        renewed.RawData.Length.Should().Be(CmsKey.Rsa.RawData.Length);
        // Issuer, serial number and key are the same; only the hash tells the two apart.
        renewed.RawData.CopyTo(message, message.AsSpan().IndexOf(CmsKey.Rsa.RawData));

        Signatures.Verify(message, _content).Signers.Single().State.Should().Be(SignatureState.Broken);
    }

    [Fact]
    public void TheFrameworkVerifiesWhatIsSignedHere()
    {
        foreach (var padding in new[] { SignaturePadding.Pkcs1, SignaturePadding.Pss })
        {
            var signed = new System.Security.Cryptography.Pkcs.SignedCms(new System.Security.Cryptography.Pkcs.ContentInfo(_content), detached: true);
            signed.Decode(Signatures.Detached(_content, Signatures.By(CmsKey.Rsa, padding)));

            signed.CheckSignature(verifySignatureOnly: true);
        }
    }

    private static bool Passes(byte[] message, byte[] content)
    {
        try
        {
            var found = Signatures.Verify(message, content);
            return found is { HasSigners: true, AreIntact: true, AreAcceptable: true } && found.Signers[0].State is SignatureState.Intact
                && found.Signers[0].Certificate!.RawData.AsSpan().SequenceEqual(CmsKey.Of("P-256").RawData);
        }
        catch (CmsException)
        {
            return false;
        }
    }

    // A certificate with another validity for the same key, under the same name and number.
    private static X509Certificate2 Renewed()
    {
        using var key = CmsKey.Rsa.GetRSAPrivateKey()!;
        var request = new CertificateRequest(CmsKey.Rsa.SubjectName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in CmsKey.Rsa.Extensions)
            request.CertificateExtensions.Add(extension);
        var generator = X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(CmsKey.Rsa.NotBefore).AddDays(-1);
        return request.Create(CmsKey.Rsa.SubjectName, generator, from, from.AddYears(1), CmsKey.Rsa.SerialNumberBytes.Span);
    }

    private static byte[] Attribute(string type, Action<AsnWriter> value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
                value(writer);
        }

        return writer.Encode();
    }

    /// <summary>A message whose signature over any attributes is right.</summary>
    private static byte[] Resign(Action<AsnWriter> write)
    {
        var attributes = new AsnWriter(AsnEncodingRules.DER);
        using (attributes.PushSetOf())
            write(attributes);
        var encoded = attributes.Encode();
        using var key = CmsKey.Rsa.GetRSAPrivateKey()!;
        var signature = key.SignData(encoded, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        encoded[0] = 0xA0;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.SignedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                    AlgorithmIdentifier.Alone(CmsOids.Sha256).Write(writer);
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(CmsOids.Data);
                using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
                    writer.WriteEncodedValue(CmsKey.Rsa.RawData);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    CertificateReference.Write(writer, CmsKey.Rsa);
                    AlgorithmIdentifier.Alone(CmsOids.Sha256).Write(writer);
                    writer.WriteEncodedValue(encoded);
                    AlgorithmIdentifier.WithNull(CmsOids.Rsa).Write(writer);
                    writer.WriteOctetString(signature);
                }
            }
        }

        return writer.Encode();
    }

    private static async Task<byte[]> SignAsync(string kind, string hash, string[] options)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("key.pem", CmsKey.Pem(CmsKey.Of(kind)));
        openssl.File("content", _content);
        string[] digest = options.Contains("-md") ? [] : ["-md", hash];
        // Options for the key follow the signer they belong to.
        await openssl.RunAsync(["cms", "-sign", "-binary", "-in", "content", "-outform", "DER", "-out", "signed", .. digest, "-signer", "key.pem", .. options]);
        return openssl.Read("signed");
    }
}
