using System.Security.Cryptography;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Streams;
using BaseComponents.Tests.Contracts.SecureMail;
using CsCheck;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>One changed octet anywhere, and not one octet of plain text is released.</summary>
public sealed class TamperingTests
{
    private static readonly byte[] _content = RandomNumberGenerator.GetBytes(300);

    [Theory]
    [InlineData("RSA", KeyTransport.Oaep, true)]
    [InlineData("RSA", KeyTransport.Oaep, false)]
    [InlineData("RSA", KeyTransport.Pkcs1, true)]
    [InlineData("P-256", KeyTransport.Oaep, true)]
    [InlineData("P-256", KeyTransport.Oaep, false)]
    public void AFlippedBitAtAnyOffsetReleasesNothing(string kind, KeyTransport transport, bool isDer)
    {
        var key = CmsKey.Of(kind);
        var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer, Envelopes.For(key, transport));

        Flips(message, bits: [1, 0x80]).Where(changed => Envelopes.ProblemOf(changed.Message, key) is null).Select(changed => changed.Offset).Should().BeEmpty();
    }

    [Fact]
    public void AnyOtherValueAtAnyOffsetReleasesNothing()
    {
        var key = CmsKey.Of("P-256");
        var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: false, Envelopes.For(key));

        Gen.Select(Gen.Int[0, message.Length - 1], Gen.Byte[1, 255]).Sample(
            (offset, change) => offset == DerivationOffset(message) || Envelopes.ProblemOf(Flip(message, offset, change), key) is not null, iter: 5000);
    }

    /// <summary>Nothing protects the name of the key derivation. On curves whose cofactor is one there is a second name for the same: content and key stay what they were.</summary>
    [Fact]
    public void OnlyTheOtherNameOfTheSameDerivationMayTakeItsPlace()
    {
        var key = CmsKey.Of("P-256");
        var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: false, Envelopes.For(key));
        var opened = Enumerable.Range(1, 255).Select(change => Flip(message, DerivationOffset(message), (byte)change)).Where(changed => Envelopes.ProblemOf(changed, key) is null);

        var other = opened.Should().ContainSingle().Which;

        other[DerivationOffset(message)].Should().Be(14);
        Envelopes.Open(other, key).Should().Equal(_content);
    }

    [Fact]
    public async Task WhatOpenSslSealedIsProtectedToo()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("key.pem", CmsKey.Pem(CmsKey.Rsa));
        openssl.File("content", _content);
        await openssl.RunAsync("cms", "-encrypt", "-binary", "-stream", "-in", "content", "-outform", "DER", "-out", "sealed", "-aes-256-gcm", "-recip", "key.pem");
        var message = openssl.Read("sealed");
        Envelopes.Open(message, CmsKey.Rsa).Should().Equal(_content);

        Flips(message, bits: [1, 0x80]).Where(changed => Envelopes.ProblemOf(changed.Message, CmsKey.Rsa) is null).Select(changed => changed.Offset).Should().BeEmpty();
    }

    [Fact]
    public void AMessageCutAnywhereReleasesNothing()
    {
        foreach (var isDer in new[] { true, false })
        {
            var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer, Envelopes.For(CmsKey.Of("P-256")));
            for (var length = 0; length < message.Length; length++)
                Envelopes.ProblemOf(message[..length], CmsKey.Of("P-256")).Should().NotBeNull("cut to {0}", length);
        }
    }

    [Fact]
    public void SomethingBehindTheMessageIsRefused()
    {
        var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: true, Envelopes.For(CmsKey.Rsa));

        Envelopes.ProblemOf([.. message, 0], CmsKey.Rsa).Should().Be(CmsProblem.Malformed);
    }

    [Fact]
    public void WrongKeyWrongPaddingAndChangedContentAreOneAnswer()
    {
        foreach (var cipher in new[] { ContentCipher.Aes256Gcm, ContentCipher.Aes256Cbc })
        {
            var message = Envelopes.Seal(_content, cipher, isDer: true, Envelopes.For(CmsKey.Rsa, KeyTransport.Pkcs1));
            var encryptedKey = EncryptedKeyOffset(message);

            Envelopes.ProblemOf(message, CmsKey.Of("RSA", 1)).Should().Be(CmsProblem.NoKey);
            // A padding that is wrong in CBC is right by chance once in 256 times, so that one wrong key proves nothing; ten do.
            Enumerable.Range(0, 10).Select(step => Envelopes.ProblemOf(Flip(message, encryptedKey + step, 1), CmsKey.Rsa)).Count(problem => problem is CmsProblem.NoKey)
                .Should().BeGreaterThanOrEqualTo(cipher.IsAuthenticated ? 10 : 8);
            Envelopes.ProblemOf(Flip(message, message.Length - 20, 1), CmsKey.Rsa).Should().Be(CmsProblem.NoKey);
        }
    }

    [Fact]
    public void ASourceThatChangesAfterwardsChangesNothing()
    {
        var message = Envelopes.Seal(new byte[200_000], ContentCipher.Aes256Gcm, isDer: true, Envelopes.For(CmsKey.Rsa));
        using var opened = EnvelopeOpening.Open(new MemoryStream(message), [CmsKey.Rsa]);
        message.AsSpan().Fill(1);
        using var plain = new OctetStream(opened.Octets);
        using var content = new MemoryStream();

        plain.CopyTo(content);

        content.ToArray().Should().Equal(new byte[200_000]);
    }

    [Fact]
    public void AnEphemeralKeyThatIsNoPointOnTheCurveOpensNothing()
    {
        var key = CmsKey.Of("P-256");
        var message = Envelopes.Seal(_content, ContentCipher.Aes256Gcm, isDer: true, Envelopes.For(key));
        byte[] bitString = [0x03, 0x42, 0x00, 0x04];
        var point = message.AsSpan().IndexOf(bitString) + bitString.Length;
        message.AsSpan(point, 64).Fill(1);

        Envelopes.ProblemOf(message, key).Should().Be(CmsProblem.NoKey);
    }

    private static IEnumerable<(int Offset, byte[] Message)> Flips(byte[] message, byte[] bits) =>
        from offset in Enumerable.Range(0, message.Length)
        from bit in bits
        select (offset, Flip(message, offset, bit));

    private static byte[] Flip(byte[] message, int offset, byte change)
    {
        var changed = message.ToArray();
        changed[offset] ^= change;
        return changed;
    }

    // 1.3.132.1.11.1, where 1.3.132.1.14.1 is the variant with cofactor.
    private static int DerivationOffset(byte[] message) => message.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x2B, 0x81, 0x04, 0x01, 0x0B, 0x01]) + 4;

    private static int EncryptedKeyOffset(byte[] message) => message.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x04, 0x82, 0x01, 0x00]) + 4;
}
