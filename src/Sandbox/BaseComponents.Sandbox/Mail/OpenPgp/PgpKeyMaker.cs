using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>Makes OpenPGP keys as GnuPG does by default: Ed25519, with a subkey on Curve25519. They have no passphrase, since they protect nobody.</summary>
internal sealed class PgpKeyMaker(TimeProvider clock)
{
    private readonly SecureRandom _random = new();

    public PgpMailboxKey Make(string name, string address, bool isRevoked = false)
    {
        var created = clock.GetUtcNow().UtcDateTime.AddHours(-1);
        // The sum over the secret half is the short one where no passphrase protects it (RFC 9580 section 3.7.2.1): GnuPG wants no other.
        var ring = new PgpKeyRingGenerator(
            PgpSignature.PositiveCertification, Signing(created), $"{name} <{address}>", SymmetricKeyAlgorithmTag.Null, HashAlgorithmTag.Sha256, true, [], useSha1: false,
            Says(PgpKeyFlags.CanCertify | PgpKeyFlags.CanSign, created), null, _random);
        ring.AddSubKey(Encrypting(created), Says(PgpKeyFlags.CanEncryptCommunications, created), null, HashAlgorithmTag.Sha256);
        var secret = ring.GenerateSecretKeyRing();
        var keys = ring.GeneratePublicKeyRing().GetPublicKeys().ToList();
        if (isRevoked)
            keys[0] = PgpPublicKey.AddCertification(keys[0], Revocation(keys[0], secret.GetSecretKey().ExtractPrivateKey([])));
        return new PgpMailboxKey(address, Text(output => keys.ForEach(key => key.Encode(output))), Text(secret.Encode));
    }

    private PgpKeyPair Signing(DateTime created)
    {
        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(_random));
        return new PgpKeyPair(PublicKeyAlgorithmTag.EdDsa_Legacy, generator.GenerateKeyPair(), created);
    }

    private PgpKeyPair Encrypting(DateTime created)
    {
        var generator = new X25519KeyPairGenerator();
        generator.Init(new X25519KeyGenerationParameters(_random));
        return new PgpKeyPair(PublicKeyAlgorithmTag.ECDH, generator.GenerateKeyPair(), created);
    }

    private static PgpSignatureSubpacketVector Says(int flags, DateTime created)
    {
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, created);
        says.SetKeyFlags(true, flags);
        says.SetPreferredSymmetricAlgorithms(false, [(int)SymmetricKeyAlgorithmTag.Aes256, (int)SymmetricKeyAlgorithmTag.Aes128]);
        says.SetPreferredHashAlgorithms(false, [(int)HashAlgorithmTag.Sha256, (int)HashAlgorithmTag.Sha512]);
        return says.Generate();
    }

    private PgpSignature Revocation(PgpPublicKey key, PgpPrivateKey secret)
    {
        var generator = new PgpSignatureGenerator(key.Algorithm, HashAlgorithmTag.Sha256);
        generator.InitSign(PgpSignature.KeyRevocation, secret);
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, clock.GetUtcNow().UtcDateTime);
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
