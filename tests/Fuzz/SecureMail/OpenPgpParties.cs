using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>OpenPGP keys that stay the same, and messages made with them by the library's generators. They protect nothing.</summary>
internal static class OpenPgpParties
{
    private static readonly DateTime _signed = new(2026, 12, 31, 12, 0, 0, DateTimeKind.Utc);

    public static OpenPgpParty Mailbox { get; } = OpenPgpParty.Load("openpgp-mailbox");

    /// <summary>Whose key names the mailbox's address as well, and stands in no settings.</summary>
    public static OpenPgpParty Attacker { get; } = OpenPgpParty.Load("openpgp-attacker");

    /// <summary>The text form of the octets, unless they are text already.</summary>
    public static string Text(string label, byte[] input) => input is [(byte)'-', ..]
        ? Encoding.Latin1.GetString(input)
        : $"-----BEGIN PGP {label}-----\r\n\r\n{Convert.ToBase64String(input, Base64FormattingOptions.InsertLineBreaks)}\r\n-----END PGP {label}-----\r\n";

    public static string EncryptedEntity(string message) =>
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=o\r\n\r\n--o\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n"
        + $"--o\r\nContent-Type: application/octet-stream\r\n\r\n{message}\r\n--o--\r\n";

    public static string SignedEntity(string signature) =>
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=i\r\n\r\n--i\r\n" + MailParties.Part
        + $"\r\n--i\r\nContent-Type: application/pgp-signature\r\n\r\n{signature}\r\n--i--\r\n";

    public static byte[] Literal(byte[] content)
    {
        using var octets = new MemoryStream();
        using (var literal = new PgpLiteralDataGenerator().Open(octets, 'b', "", content.Length, _signed))
            literal.Write(content);
        return octets.ToArray();
    }

    public static byte[] Signature(byte[] content, OpenPgpParty signer)
    {
        var generator = Begin(signer);
        generator.Update(content);
        return generator.Generate().GetEncoded();
    }

    /// <summary>Announcement, literal data, signature.</summary>
    public static byte[] Signed(byte[] content, OpenPgpParty signer)
    {
        var generator = Begin(signer);
        using var announcement = new MemoryStream();
        generator.GenerateOnePassVersion(false).Encode(announcement);
        generator.Update(content);
        return [.. announcement.ToArray(), .. Literal(content), .. generator.Generate().GetEncoded()];
    }

    public static byte[] Packed(byte[] packets, CompressionAlgorithmTag how)
    {
        using var octets = new MemoryStream();
        using (var packed = new PgpCompressedDataGenerator(how).Open(octets, new byte[512]))
            packed.Write(packets);
        return octets.ToArray();
    }

    public static byte[] Encrypted(byte[] packets, bool withIntegrity = true)
    {
        using var octets = new MemoryStream();
        var generator = new PgpEncryptedDataGenerator(SymmetricKeyAlgorithmTag.Aes256, withIntegrity, new SecureRandom());
        generator.AddMethod(Mailbox.Encryption);
        using (var encrypted = generator.Open(octets, packets.Length))
            encrypted.Write(packets);
        return octets.ToArray();
    }

    /// <summary>The public key as its holder takes it back.</summary>
    public static byte[] Revoked(OpenPgpParty party)
    {
        var generator = new PgpSignatureGenerator(party.Primary.Algorithm, HashAlgorithmTag.Sha256);
        generator.InitSign(PgpSignature.KeyRevocation, party.Signing);
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, _signed);
        generator.SetHashedSubpackets(says.Generate());
        return [.. PgpPublicKey.AddCertification(party.Primary, generator.GenerateCertification(party.Primary)).GetEncoded(), .. party.Encryption.GetEncoded()];
    }

    private static PgpSignatureGenerator Begin(OpenPgpParty signer)
    {
        var generator = new PgpSignatureGenerator(signer.Primary.Algorithm, HashAlgorithmTag.Sha256);
        generator.InitSign(PgpSignature.BinaryDocument, signer.Signing);
        var says = new PgpSignatureSubpacketGenerator();
        says.SetSignatureCreationTime(true, _signed);
        says.SetIssuerFingerprint(false, signer.Primary);
        generator.SetHashedSubpackets(says.Generate());
        var hint = new PgpSignatureSubpacketGenerator();
        hint.SetIssuerKeyID(false, signer.Primary.KeyId);
        generator.SetUnhashedSubpackets(hint.Generate());
        return generator;
    }
}

/// <summary>Somebody with an OpenPGP key.</summary>
internal sealed record OpenPgpParty(string SecretText, PgpSecretKeyRing Ring)
{
    public PgpPublicKey Primary => Ring.GetPublicKey();

    public PgpPublicKey Encryption => Ring.GetSecretKeys().Last().PublicKey;

    public PgpPrivateKey Signing { get; } = Ring.GetSecretKey().ExtractPrivateKey([]);

    public string Fingerprint => Convert.ToHexString(Primary.GetFingerprint());

    public byte[] PublicOctets => [.. Primary.GetEncoded(), .. Encryption.GetEncoded()];

    public string PublicText => OpenPgpParties.Text("PUBLIC KEY BLOCK", PublicOctets);

    public static OpenPgpParty Load(string name)
    {
        var text = File.ReadAllText(Path.Combine(Corpus.Root, "..", "keys", name + ".asc"));
        using var octets = PgpUtilities.GetDecoderStream(new MemoryStream(Encoding.ASCII.GetBytes(text)));
        return new OpenPgpParty(text, new PgpSecretKeyRing(octets));
    }
}
