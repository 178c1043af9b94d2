using System.Text;
using BaseComponents.SecureMail;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>What is odd about a key; by default nothing.</summary>
internal sealed record KeyWish
{
    public static readonly DateTime Morning = new(2026, 11, 1, 6, 0, 0, DateTimeKind.Utc);

    public DateTime Created { get; init; } = Morning;

    public long Lifetime { get; init; }

    public long SubkeyLifetime { get; init; }

    public HashAlgorithmTag Hash { get; init; } = HashAlgorithmTag.Sha256;

    public int[]? Ciphers { get; init; } = [9, 8, 7];

    public int[]? Hashes { get; init; } = [10, 8];

    public int PrimaryFlags { get; init; } = PgpKeyFlags.CanCertify | PgpKeyFlags.CanSign;

    public int SubkeyFlags { get; init; } = PgpKeyFlags.CanEncryptCommunications;

    public int RsaBits { get; init; }

    public bool HasSigningSubkey { get; init; }

    public SignatureSubpacket? More { get; init; }

    public string Passphrase { get; init; } = "";
}

/// <summary>Nobody knows it, and who does not know it must refuse.</summary>
internal sealed class UnknownSubpacket() : SignatureSubpacket((SignatureSubpacketTag)99, critical: true, isLongLength: false, [1]);

/// <summary>A key made by the library's own generators, and the ways to spoil it.</summary>
internal sealed class PgpTestKey
{
    private readonly PgpSecretKeyRing _ring;
    private readonly string _passphrase;

    private PgpTestKey(PgpSecretKeyRing ring, string passphrase) => (_ring, _passphrase, Public) = (ring, passphrase, [.. ring.GetPublicKeys()]);

    public IReadOnlyList<PgpPublicKey> Public { get; private set; }

    public PgpPublicKey Primary => Public[0];

    public PgpPublicKey Encryption => Public[1];

    public string Fingerprint => Convert.ToHexString(Primary.GetFingerprint());

    public string PublicText => Text("PUBLIC KEY BLOCK", [.. Public.SelectMany(key => key.GetEncoded())]);

    public string SecretText => Text("PRIVATE KEY BLOCK", _ring.GetEncoded());

    public static PgpTestKey Make(string userId, KeyWish? wish = null)
    {
        wish ??= new KeyWish();
        var random = new SecureRandom();
        var generator = new PgpKeyRingGenerator(
            PgpSignature.PositiveCertification, Signing(wish), userId, SymmetricKeyAlgorithmTag.Aes256, wish.Hash, true, wish.Passphrase.ToCharArray(), true,
            Says(wish, wish.PrimaryFlags, wish.Lifetime, wish.More), null, random);
        generator.AddSubKey(Encrypting(wish), Says(wish, wish.SubkeyFlags, wish.SubkeyLifetime), null, wish.Hash);
        if (wish.HasSigningSubkey)
            generator.AddSubKey(Signing(wish), Says(wish, PgpKeyFlags.CanSign, wish.SubkeyLifetime), null, wish.Hash, wish.Hash);
        var ring = generator.GenerateSecretKeyRing();
        return new PgpTestKey(ring, wish.Passphrase).With([.. generator.GeneratePublicKeyRing().GetPublicKeys()]);
    }

    public PgpPrivateKey PrivateOf(PgpPublicKey key) => _ring.GetSecretKey(key.KeyId).ExtractPrivateKeyUtf8(_passphrase.ToCharArray());

    public PgpTestKey With(params PgpPublicKey[] keys)
    {
        Public = keys;
        return this;
    }

    /// <summary>Taken back by its holder.</summary>
    public PgpTestKey Revoked() => With([PgpPublicKey.AddCertification(Primary, Sign(PgpSignature.KeyRevocation, generator => generator.GenerateCertification(Primary))), .. Public.Skip(1)]);

    public RecipientOptions ToRecipient(string address) => new() { Address = address, OpenPgpKey = new OpenPgpKeyOptions { Armored = PublicText } };

    public OpenPgpKeyOptions ToSecretOptions() => new() { Armored = SecretText, Passphrase = _passphrase.Length > 0 ? _passphrase : null };

    /// <summary>A signature of the primary key, over whatever the caller says.</summary>
    public PgpSignature Sign(int type, Func<PgpSignatureGenerator, PgpSignature> over, PgpSignatureSubpacketVector? says = null, PgpPublicKey? by = null, HashAlgorithmTag hash = HashAlgorithmTag.Sha256)
    {
        by ??= Primary;
        var generator = new PgpSignatureGenerator(by.Algorithm, hash);
        generator.InitSign(type, PrivateOf(by));
        generator.SetHashedSubpackets(says ?? Says(new KeyWish(), 0, 0));
        var hint = new PgpSignatureSubpacketGenerator();
        hint.SetIssuerKeyID(false, by.KeyId);
        generator.SetUnhashedSubpackets(hint.Generate());
        return over(generator);
    }

    public static PgpSignatureSubpacketVector Says(KeyWish wish, int flags, long lifetime, SignatureSubpacket? more = null, PgpSignature? embedded = null)
    {
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, wish.Created);
        if (flags != 0)
            says.SetKeyFlags(true, flags);
        if (lifetime > 0)
            says.SetKeyExpirationTime(true, lifetime);
        if (wish.Ciphers is not null)
            says.SetPreferredSymmetricAlgorithms(false, wish.Ciphers);
        if (wish.Hashes is not null)
            says.SetPreferredHashAlgorithms(false, wish.Hashes);
        if (more is not null)
            says.AddCustomSubpacket(more);
        if (embedded is not null)
            says.AddEmbeddedSignature(false, embedded);
        return says.Generate();
    }

    public static string Text(string label, byte[] octets) =>
        $"-----BEGIN PGP {label}-----\n\n{Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks)}\n-----END PGP {label}-----\n";

    public static byte[] Octets(string text) => Encoding.ASCII.GetBytes(text);

    private static PgpKeyPair Signing(KeyWish wish) => wish.RsaBits > 0
        ? new PgpKeyPair(PublicKeyAlgorithmTag.RsaGeneral, Rsa(wish.RsaBits), wish.Created)
        : new PgpKeyPair(PublicKeyAlgorithmTag.EdDsa_Legacy, Generate(new Ed25519KeyPairGenerator(), new Ed25519KeyGenerationParameters(new SecureRandom())), wish.Created);

    private static PgpKeyPair Encrypting(KeyWish wish) => wish.RsaBits > 0
        ? new PgpKeyPair(PublicKeyAlgorithmTag.RsaGeneral, Rsa(wish.RsaBits), wish.Created)
        : new PgpKeyPair(PublicKeyAlgorithmTag.ECDH, Generate(new X25519KeyPairGenerator(), new X25519KeyGenerationParameters(new SecureRandom())), wish.Created);

    private static AsymmetricCipherKeyPair Rsa(int bits)
    {
        using var rsa = System.Security.Cryptography.RSA.Create(bits);
        return DotNetUtilities.GetRsaKeyPair(rsa);
    }

    private static AsymmetricCipherKeyPair Generate(IAsymmetricCipherKeyPairGenerator generator, KeyGenerationParameters parameters)
    {
        generator.Init(parameters);
        return generator.GenerateKeyPair();
    }
}
