using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Testing;

/// <summary>An OpenPGP key of a mailbox, for one test run: Ed25519 signs, a subkey on Curve25519 is for encryption. It has no passphrase, and nobody else trusts it.</summary>
/// <param name="Address">The mailbox.</param>
/// <param name="PublicKey">Public key in text form.</param>
/// <param name="SecretKey">Secret key in text form.</param>
public sealed record ThrowAwayOpenPgpKey(string Address, string PublicKey, string SecretKey)
{
    /// <summary>Makes a key.</summary>
    /// <param name="address">Address in the user id.</param>
    /// <param name="validFrom">Start of validity, an hour ago by default.</param>
    /// <param name="validUntil">End of validity, in a year by default.</param>
    /// <param name="clock">Clock that validity periods are counted from.</param>
    public static ThrowAwayOpenPgpKey Make(string address, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null, TimeProvider? clock = null) =>
        Make(address, validFrom, validUntil, clock, isRevoked: false);

    /// <summary>Makes a key that its holder has taken back, to test that it is refused.</summary>
    /// <inheritdoc cref="Make(string, DateTimeOffset?, DateTimeOffset?, TimeProvider?)"/>
    public static ThrowAwayOpenPgpKey MakeRevoked(string address, DateTimeOffset? validFrom = null, DateTimeOffset? validUntil = null, TimeProvider? clock = null) =>
        Make(address, validFrom, validUntil, clock, isRevoked: true);

    /// <summary>The settings that sign or decrypt with this key.</summary>
    public OpenPgpKeyOptions ToOptions() => new() { Armored = SecretKey };

    /// <summary>The settings that encrypt for this mailbox, and believe its signatures.</summary>
    public RecipientOptions ToRecipient() => new() { Address = Address, OpenPgpKey = new OpenPgpKeyOptions { Armored = PublicKey } };

    /// <summary>The address; the key stays out of logs.</summary>
    public override string ToString() => $"ThrowAwayOpenPgpKey {{ Address = {Address} }}";

    private static ThrowAwayOpenPgpKey Make(string address, DateTimeOffset? validFrom, DateTimeOffset? validUntil, TimeProvider? clock, bool isRevoked)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        // Times of OpenPGP are whole seconds.
        var from = DateTimeOffset.FromUnixTimeSeconds((validFrom ?? now.AddHours(-1)).ToUnixTimeSeconds());
        var ring = Ring(address, from, (long)((validUntil ?? now.AddYears(1)) - from).TotalSeconds);
        var secret = ring.GenerateSecretKeyRing();
        var keys = ring.GeneratePublicKeyRing().GetPublicKeys().ToList();
        if (isRevoked)
            keys[0] = PgpPublicKey.AddCertification(keys[0], Revocation(keys[0], secret.GetSecretKey().ExtractPrivateKey([]), now));
        return new ThrowAwayOpenPgpKey(address, Text(output => keys.ForEach(key => key.Encode(output))), Text(secret.Encode));
    }

    private static PgpKeyRingGenerator Ring(string address, DateTimeOffset from, long seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds, "validUntil");
        var random = new SecureRandom();
        var (signing, encryption) = (new Ed25519KeyPairGenerator(), new X25519KeyPairGenerator());
        signing.Init(new Ed25519KeyGenerationParameters(random));
        encryption.Init(new X25519KeyGenerationParameters(random));
        // The sum over the secret half is the short one where no passphrase protects it (RFC 9580 section 3.7.2.1): GnuPG wants no other.
        var ring = new PgpKeyRingGenerator(
            PgpSignature.PositiveCertification, new PgpKeyPair(PublicKeyAlgorithmTag.EdDsa_Legacy, signing.GenerateKeyPair(), from.UtcDateTime), $"Throw-away key <{address}>", SymmetricKeyAlgorithmTag.Null,
            HashAlgorithmTag.Sha256, true, [], useSha1: false, Says(PgpKeyFlags.CanCertify | PgpKeyFlags.CanSign, from, seconds), null, random);
        ring.AddSubKey(new PgpKeyPair(PublicKeyAlgorithmTag.ECDH, encryption.GenerateKeyPair(), from.UtcDateTime), Says(PgpKeyFlags.CanEncryptCommunications, from, seconds), null, HashAlgorithmTag.Sha256);
        return ring;
    }

    private static PgpSignatureSubpacketVector Says(int flags, DateTimeOffset from, long seconds)
    {
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, from.UtcDateTime);
        says.SetKeyFlags(true, flags);
        says.SetKeyExpirationTime(true, seconds);
        says.SetPreferredSymmetricAlgorithms(false, [(int)SymmetricKeyAlgorithmTag.Aes256]);
        says.SetPreferredHashAlgorithms(false, [(int)HashAlgorithmTag.Sha256]);
        return says.Generate();
    }

    private static PgpSignature Revocation(PgpPublicKey key, PgpPrivateKey secret, DateTimeOffset now)
    {
        var generator = new PgpSignatureGenerator(key.Algorithm, HashAlgorithmTag.Sha256);
        generator.InitSign(PgpSignature.KeyRevocation, secret);
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, now.UtcDateTime);
        generator.SetHashedSubpackets(says.Generate());
        var hint = new PgpSignatureSubpacketGenerator();
        hint.SetIssuerKeyID(false, key.KeyId);
        generator.SetUnhashedSubpackets(hint.Generate());
        return generator.GenerateCertification(key);
    }

    private static string Text(Action<Stream> write)
    {
        using var text = new MemoryStream();
        using (var armour = new ArmoredOutputStream(text))
            write(armour);
        return Encoding.ASCII.GetString(text.ToArray());
    }
}
