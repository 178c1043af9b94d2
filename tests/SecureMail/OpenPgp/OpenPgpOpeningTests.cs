using BaseComponents.SecureMail;
using CsCheck;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>Encrypted messages that were changed, made in old ways, or made to hurt: nothing of them is released.</summary>
public sealed class OpenPgpOpeningTests(PgpLab lab) : IClassFixture<PgpLab>
{
    private static readonly byte[] _part = Forge.Bytes(Forge.Part);

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x10)]
    public async Task OneFlippedByteAnywhereReleasesNothing(byte flip)
    {
        var message = PgpForge.Encrypted(PgpForge.SignedMessage(_part, lab.Office), lab.Sender.Encryption);
        (await lab.ReadAsync(PgpForge.EncryptedEntity(message))).Verdict.Should().BeOfType<SignatureVerdict.Valid>();

        for (var offset = 0; offset < message.Length; offset++)
        {
            message[offset] ^= flip;
            (await RefusalAsync(message)).Should().StartWith("mail.", "octet {0} was changed", offset);
            message[offset] ^= flip;
        }

        message.Length.Should().BeGreaterThan(300);
    }

    [Fact]
    public async Task ATruncatedOrLongerMessageReleasesNothing()
    {
        var message = PgpForge.Encrypted(PgpForge.SignedMessage(_part, lab.Office), lab.Sender.Encryption);

        for (var length = 0; length < message.Length; length += 7)
            (await RefusalAsync(message[..length])).Should().Be(SecureMailErrors.IncomingMalformed);
        (await RefusalAsync([.. message, .. PgpForge.Literal(_part)])).Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Fact]
    public async Task WithoutIntegrityCodeNothingIsReleased()
    {
        var packets = PgpForge.SignedMessage(_part, lab.Office);
        var message = PgpForge.Encrypted(packets, lab.Sender.Encryption);
        var start = PgpForge.StartOfContent(message);
        var stripped = message.ToArray();
        stripped[start] = 0xC9;

        (await RefusalAsync(PgpForge.Encrypted(packets, lab.Sender.Encryption, withIntegrity: false))).Should().Be(SecureMailErrors.IntegrityMissing);
        (await RefusalAsync(stripped)).Should().Be(SecureMailErrors.IntegrityMissing);
    }

    [Theory]
    [InlineData(SymmetricKeyAlgorithmTag.TripleDes)]
    [InlineData(SymmetricKeyAlgorithmTag.Cast5)]
    [InlineData(SymmetricKeyAlgorithmTag.Twofish)]
    public async Task OldCiphersAreRefused(SymmetricKeyAlgorithmTag cipher)
    {
        var message = PgpForge.Encrypted(PgpForge.SignedMessage(_part, lab.Office), lab.Sender.Encryption, cipher);

        (await RefusalAsync(message)).Should().Be(SecureMailErrors.UnsupportedAlgorithm);
        message[^1] ^= 1;
        (await RefusalAsync(message)).Should().Be(SecureMailErrors.CannotDecrypt);
    }

    [Fact]
    public async Task NewerFormsAreRefusedByName()
    {
        var message = PgpForge.Encrypted(PgpForge.Literal(_part), lab.Sender.Encryption);
        var start = PgpForge.StartOfContent(message);
        var version2 = message.ToArray();
        version2[start + (message[start + 1] < 192 ? 2 : 3)] = 2;

        (await RefusalAsync(version2)).Should().Be(SecureMailErrors.UnsupportedAlgorithm);
    }

    [Fact]
    public async Task WhatUnpacksToGigabytesIsRefused()
    {
        var zeroes = PgpForge.Literal(new byte[12_000_000]);
        var bomb = PgpForge.Packed(zeroes);
        var deep = PgpForge.Packed(PgpForge.Packed(PgpForge.Packed(PgpForge.Literal(_part))));

        bomb.Length.Should().BeLessThan(20_000);
        (await RefusalAsync(PgpForge.Encrypted(bomb, lab.Sender.Encryption))).Should().Be(SecureMailErrors.IncomingTooLarge);
        (await RefusalAsync(PgpForge.Encrypted(PgpForge.Packed(bomb), lab.Sender.Encryption))).Should().Be(SecureMailErrors.IncomingTooLarge);
        (await RefusalAsync(PgpForge.Encrypted(deep, lab.Sender.Encryption))).Should().Be(SecureMailErrors.IncomingMalformed);
        (await RefusalAsync(PgpForge.Encrypted(PgpForge.Packed(PgpForge.Literal(_part), CompressionAlgorithmTag.BZip2), lab.Sender.Encryption))).Should().Be(SecureMailErrors.UnsupportedAlgorithm);
    }

    [Fact]
    public async Task TwoContentsOrNoneAreRefused()
    {
        var literal = PgpForge.Literal(_part);

        foreach (var packets in new byte[][] { [.. literal, .. literal], [], [.. PgpForge.Packed(literal), .. literal], [.. literal, .. PgpForge.Packed(literal)] })
            (await RefusalAsync(PgpForge.Encrypted(packets, lab.Sender.Encryption))).Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Fact]
    public async Task AFloodOfSignaturesIsRefused()
    {
        var signature = PgpForge.Signature(_part, lab.Office).GetEncoded();
        byte[] packets = [.. PgpForge.Literal(_part), .. Enumerable.Repeat(signature, 5).SelectMany(octet => octet)];

        (await RefusalAsync(PgpForge.Encrypted(packets, lab.Sender.Encryption))).Should().Be(SecureMailErrors.IncomingMalformed);
    }

    [Fact]
    public async Task AnEarlierKeyStillOpensOldMail()
    {
        var old = PgpTestKey.Make(MailLab.Sender, new KeyWish { Lifetime = 60, Passphrase = "von früher" });
        var message = PgpForge.Encrypted(PgpForge.SignedMessage(_part, lab.Office), old.Encryption);

        var mail = await lab.ReadAsync(PgpForge.EncryptedEntity(message), options => options.OpenPgp.DecryptionKeys.Add(old.ToSecretOptions()));

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        (await RefusalAsync(message)).Should().Be(SecureMailErrors.CannotDecrypt);
    }

    [Fact]
    public async Task NoiseEndsInOneKindOfException()
    {
        var message = PgpForge.Encrypted(PgpForge.SignedMessage(_part, lab.Office), lab.Sender.Encryption);
        var change = Gen.Select(Gen.Int[0, message.Length - 1], Gen.Byte).Array[1, 20];

        await change.SampleAsync(
            async places =>
            {
                var changed = message.ToArray();
                foreach (var (place, value) in places)
                    changed[place] = value;
                if (!changed.AsSpan().SequenceEqual(message))
                    (await RefusalAsync(changed)).Should().StartWith("mail.");
            },
            iter: 200);
    }

    [Fact]
    public async Task NoiseInsideTheEncryptionEndsInOneKindOfException()
    {
        var packets = PgpForge.Packed(PgpForge.SignedMessage(_part, lab.Office));
        var change = Gen.Select(Gen.Int[0, packets.Length - 1], Gen.Byte).Array[1, 5];

        await change.SampleAsync(
            async places =>
            {
                var changed = packets.ToArray();
                foreach (var (place, value) in places)
                    changed[place] = value;
                try
                {
                    var mail = await lab.ReadAsync(PgpForge.EncryptedEntity(PgpForge.Encrypted(changed, lab.Sender.Encryption)));
                    if (mail.Verdict is SignatureVerdict.Valid)
                        mail.Text.Should().Be("Zahlen Sie 50 Euro.");
                }
                catch (SecureMailException exception)
                {
                    exception.Code.Should().StartWith("mail.");
                }
            },
            iter: 200);
    }

    private async Task<string> RefusalAsync(byte[] message)
    {
        var reading = () => lab.ReadAsync(PgpForge.EncryptedEntity(message));
        return (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code;
    }
}
