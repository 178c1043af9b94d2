using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Testing;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.Tests.SecureMail.Composing;
using Org.BouncyCastle.Crypto.Parameters;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>X25519 and Ed25519 (RFC 8410, 8418, 8419). A peer that nobody here wrote stands in the matrix of tests/Contracts.</summary>
public sealed class EdwardsTests(MailLab lab) : IClassFixture<MailLab>
{
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(5000);
    private static readonly ThrowAwayMailKey _agreeing = EdwardsKey.Agreeing(MailLab.Office);
    private static readonly ThrowAwayMailKey _signing = EdwardsKey.Signing(MailLab.Sender);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatIsSealedForX25519IsOpenedWithItsKeyAlone(bool isAuthenticated)
    {
        var cipher = isAuthenticated ? ContentCipher.Aes256Gcm : ContentCipher.Aes256Cbc;
        var message = Envelopes.Seal(_content, cipher, isDer: true, Envelopes.For(Own(_agreeing)), Envelopes.For(CmsKey.Rsa), Envelopes.For(CmsKey.Of("P-256")));

        Envelopes.Open(message, Own(_agreeing)).Should().Equal(_content);
        Envelopes.Open(message, CmsKey.Of("P-256")).Should().Equal(_content);
        Envelopes.ProblemOf(message, Own(EdwardsKey.Agreeing(MailLab.Office))).Should().Be(CmsProblem.NoKey);
    }

    [Fact]
    public void AFlippedBitAtAnyOffsetReleasesNothing()
    {
        var message = Envelopes.Seal(_content[..100], ContentCipher.Aes256Gcm, isDer: true, Envelopes.For(Own(_agreeing)));
        var opened = new List<int>();
        for (var offset = 0; offset < message.Length; offset++)
        {
            message[offset] ^= 0x01;
            if (Envelopes.ProblemOf(message, Own(_agreeing)) is null)
                opened.Add(offset);
            message[offset] ^= 0x01;
        }

        opened.Should().BeEmpty();
    }

    // The secret of RFC 7748 section 6.1, and its points of small order, which would give everybody the same secret.
    [Fact]
    public void TheSecretIsThatOfTheStandardAndPointsOfSmallOrderGiveNone()
    {
        var alice = new X25519PrivateKeyParameters(Convert.FromHexString("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        var bob = Convert.FromHexString("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
        var own = X25519Secret.Generate();

        X25519Secret.Agree(alice, bob).Should().Equal(Convert.FromHexString("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"));
        X25519Secret.Agree(own, new byte[32]).Should().BeNull();
        X25519Secret.Agree(own, [1, .. new byte[31]]).Should().BeNull();
        X25519Secret.Agree(own, new byte[31]).Should().BeNull();
    }

    [Fact]
    public void ASignatureIsIntactAndAChangeIsSeen()
    {
        var signature = Sign();

        StateOf(signature, _content).Should().Be((SignatureState.Intact, true));
        StateOf(signature, [.. _content, 0]).Should().Be((SignatureState.Broken, true));
        signature[^1] ^= 1;
        StateOf(signature, _content).Should().Be((SignatureState.Broken, true));
    }

    // RFC 8419 section 3.1: SHA-512 with signed attributes, and no parameters.
    [Theory]
    [InlineData(CmsOids.Sha512, false, true)]
    [InlineData(CmsOids.Sha512, true, false)]
    [InlineData(CmsOids.Sha256, false, false)]
    [InlineData(CmsOids.Sha1, false, false)]
    public void OnlyTheFormOfTheStandardIsAccepted(string digest, bool hasNull, bool isAccepted) =>
        (VerificationScheme.Find(hasNull ? AlgorithmIdentifier.WithNull(CmsOids.Ed25519) : AlgorithmIdentifier.Alone(CmsOids.Ed25519), digest) is not null).Should().Be(isAccepted);

    [Fact]
    public async Task AMailSignedWithEd25519AndSealedForX25519IsValid()
    {
        var mail = await lab.SealAsync(new SecureMessage { To = [MailLab.Office], Subject = "Antrag", Text = "Text" }, options =>
        {
            options.TrustAnchorsPem = EdwardsKey.AnchorPem;
            (options.Sender.Certificate, options.Recipients) = (_signing.ToOptions(), [_agreeing.ToRecipient()]);
        });

        await using var read = await lab.ReadAsync(mail, options => (options.TrustAnchorsPem, options.DecryptionKeys) = (EdwardsKey.AnchorPem, [_agreeing.ToOptions()]));

        read.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.SignerAddress.Should().Be(MailLab.Sender);
        (read.IsEncrypted, read.Text!.Trim()).Should().Be((true, "Text"));
    }

    [Fact]
    public async Task AFileWithCertificateAndKeyIsReadAndOneWithoutItsKeyIsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("edwards");
        var path = Path.Combine(folder.FullName, "own.pem");
        await File.WriteAllTextAsync(path, _signing.CertificatePem + "\n" + _signing.KeyPem, TestContext.Current.CancellationToken);

        EdwardsSource.Find(new CertificateOptions { Path = path })!().Should().BeOfType<EdwardsCertificate>();
        folder.Delete(recursive: true);
        FluentActions.Invoking(() => Own(_signing with { KeyPem = _agreeing.KeyPem })).Should().Throw<BaseComponents.Shared.CertificateSourceException>().WithMessage("*belong together*");
        FluentActions.Invoking(() => (_signing with { KeyPem = "" }).ToOptions().ToSource().Get()).Should().Throw<BaseComponents.Shared.CertificateSourceException>().WithMessage("*Ed25519*");
    }

    private static X509Certificate2 Own(ThrowAwayMailKey key) => EdwardsSource.Find(key.ToOptions())!();

    private static byte[] Sign()
    {
        using var signature = new DetachedSignature(new CmsSigning(Own(_signing), [], SignaturePadding.Pkcs1, DateTimeOffset.UtcNow));
        signature.Write(_content);
        return signature.Sign();
    }

    private static (SignatureState, bool) StateOf(byte[] signature, byte[] content)
    {
        using var reader = new SignedDataReader(new MemoryStream(signature));
        reader.Digests.Write(content);
        var signer = reader.Finish().Signers.Single();
        return (signer.State, signer.IsAcceptable);
    }
}
