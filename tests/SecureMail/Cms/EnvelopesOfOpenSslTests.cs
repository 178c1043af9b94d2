using System.Security.Cryptography;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Envelopes between this core and openssl, both ways: every key, cipher, padding, key derivation and form.</summary>
public sealed class EnvelopesOfOpenSslTests
{
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(150_000);

    public static MatrixTheoryData<string, bool, bool> Written { get; } = new(
        ["RSA", "RSA-PKCS1", "P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"], [true, false], [true, false]);

    [Theory]
    [MemberData(nameof(Written))]
    public async Task OpenSslOpensWhatIsWrittenHere(string kind, bool isAuthenticated, bool isDer)
    {
        using var openssl = OpenSsl.OrSkip();
        var key = CmsKey.Of(kind.Replace("-PKCS1", "", StringComparison.Ordinal));
        openssl.File("key.pem", CmsKey.Pem(key));
        var transport = kind == "RSA-PKCS1" ? KeyTransport.Pkcs1 : KeyTransport.Oaep;
        openssl.File("sealed", Envelopes.Seal(_content, isAuthenticated ? ContentCipher.Aes256Gcm : ContentCipher.Aes256Cbc, isDer, Envelopes.For(key, transport)));

        await openssl.RunAsync("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "sealed", "-recip", "key.pem", "-inkey", "key.pem", "-out", "opened");

        openssl.Read("opened").Should().Equal(_content);
    }

    [Fact]
    public async Task EveryRecipientOfOneMessageOpensItWithOpenSsl()
    {
        using var openssl = OpenSsl.OrSkip();
        string[] kinds = ["P-256", "RSA", "P-256", "brainpoolP384r1"];
        var keys = kinds.Index().Select(kind => CmsKey.Of(kind.Item, kind.Index)).ToArray();
        openssl.File("sealed", Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: true, [.. keys.Select(key => Envelopes.For(key))]));

        foreach (var key in keys)
        {
            openssl.File("key.pem", CmsKey.Pem(key));
            await openssl.RunAsync("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "sealed", "-recip", "key.pem", "-inkey", "key.pem", "-out", "opened");
            openssl.Read("opened").Should().Equal(_content);
        }
    }

    public static MatrixTheoryData<string, string, bool> Read { get; } = new(
        ["RSA", "P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"],
        ["-aes-128-cbc", "-aes-192-cbc", "-aes-256-cbc", "-aes-128-gcm", "-aes-192-gcm", "-aes-256-gcm"],
        [true, false]);

    [Theory]
    [MemberData(nameof(Read))]
    public async Task WhatOpenSslWritesIsOpenedHere(string kind, string cipher, bool isStream)
    {
        var message = await SealAsync(CmsKey.Pem(CmsKey.Of(kind)), [cipher, .. isStream ? new[] { "-stream" } : []]);

        Envelopes.Open(message, CmsKey.Of(kind)).Should().Equal(_content);
    }

    [Theory]
    [InlineData("sha1", null)]
    [InlineData("sha256", null)]
    [InlineData("sha384", null)]
    [InlineData("sha512", null)]
    [InlineData("sha224", null)]
    [InlineData("sha256", "sha1")]
    [InlineData("sha512", "sha256")]
    [InlineData("sha1", "sha384")]
    public async Task EveryHashAndMaskOfOaepIsRead(string hash, string? mask)
    {
        string[] options = ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:" + hash, .. mask is null ? Array.Empty<string>() : ["-keyopt", "rsa_mgf1_md:" + mask]];

        var message = await SealAsync(CmsKey.Pem(CmsKey.Rsa), ["-aes-256-gcm"], options);

        Envelopes.Open(message, CmsKey.Rsa).Should().Equal(_content);
        Envelopes.ProblemOf(message, CmsKey.Of("RSA", 1)).Should().Be(CmsProblem.NoKey);
    }

    [Fact]
    public async Task ALabelOfOaepIsRead()
    {
        var message = await SealAsync(CmsKey.Pem(CmsKey.Rsa), ["-aes-256-gcm"], "-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256", "-keyopt", "rsa_oaep_label:6162");

        Envelopes.Open(message, CmsKey.Rsa).Should().Equal(_content);
    }

    [Theory]
    [InlineData("ecdh_kdf_md:sha1")]
    [InlineData("ecdh_kdf_md:sha256")]
    [InlineData("ecdh_kdf_md:sha384")]
    [InlineData("ecdh_kdf_md:sha512")]
    [InlineData("ecdh_cofactor_mode:1")]
    public async Task EveryKeyDerivationIsRead(string option)
    {
        var message = await SealAsync(CmsKey.Pem(CmsKey.Of("P-256")), ["-aes-256-cbc"], "-keyopt", option);

        Envelopes.Open(message, CmsKey.Of("P-256")).Should().Equal(_content);
    }

    [Fact]
    public async Task ARecipientNamedByItsKeyIdentifierIsFound()
    {
        foreach (var kind in new[] { "RSA", "P-256" })
            Envelopes.Open(await SealAsync(CmsKey.Pem(CmsKey.Of(kind)), ["-aes-256-gcm", "-keyid"]), CmsKey.Of(kind)).Should().Equal(_content);
    }

    [Theory]
    [InlineData("-des3")]
    [InlineData("-camellia256")]
    public async Task OtherCiphersAreNamedAsSuch(string cipher) =>
        Envelopes.ProblemOf(await SealAsync(CmsKey.Pem(CmsKey.Rsa), [cipher]), CmsKey.Rsa).Should().Be(CmsProblem.UnsupportedAlgorithm);

    [Fact]
    public async Task APasswordBesideTheKeyIsPassedOver() =>
        Envelopes.Open(await SealAsync(CmsKey.Pem(CmsKey.Rsa), ["-aes-256-cbc", "-pwri_password", "geheim"]), CmsKey.Rsa).Should().Equal(_content);

    private static async Task<byte[]> SealAsync(string recipient, string[] options, params string[] ofRecipient)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("key.pem", recipient);
        openssl.File("content", _content);
        await openssl.RunAsync(["cms", "-encrypt", "-binary", "-in", "content", "-outform", "DER", "-out", "sealed", .. options, "-recip", "key.pem", .. ofRecipient]);
        return openssl.Read("sealed");
    }
}
