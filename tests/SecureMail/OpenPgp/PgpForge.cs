using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Security;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>Makes OpenPGP mails piece by piece with the library's generators, also those that no honest program makes.</summary>
internal static class PgpForge
{
    public static readonly DateTime Signed = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);

    public static byte[] Literal(byte[] content)
    {
        using var octets = new MemoryStream();
        using (var literal = new PgpLiteralDataGenerator().Open(octets, 'b', "", content.Length, Signed))
            literal.Write(content);
        return octets.ToArray();
    }

    public static PgpSignature Signature(byte[] content, PgpTestKey key, Action<PgpSignatureSubpacketGenerator>? change = null, HashAlgorithmTag hash = HashAlgorithmTag.Sha256, int type = 0, PgpPublicKey? by = null)
    {
        var says = new PgpSignatureSubpacketGenerator();
        change?.Invoke(says);
        if (!says.HasSubpacket(SignatureSubpacketTag.CreationTime))
            says.SetSignatureCreationTime(true, Signed);
        return key.Sign(type, generator =>
        {
            generator.Update(content);
            return generator.Generate();
        }, says.Generate(), by, hash);
    }

    /// <summary>Announcement, literal data, signature.</summary>
    public static byte[] SignedMessage(byte[] content, PgpTestKey key)
    {
        var generator = new PgpSignatureGenerator(key.Primary.Algorithm, HashAlgorithmTag.Sha256);
        generator.InitSign(PgpSignature.BinaryDocument, key.PrivateOf(key.Primary));
        using var announcement = new MemoryStream();
        generator.GenerateOnePassVersion(false).Encode(announcement);
        return [.. announcement.ToArray(), .. Literal(content), .. Signature(content, key).GetEncoded()];
    }

    public static byte[] Packed(byte[] packets, CompressionAlgorithmTag how = CompressionAlgorithmTag.ZLib)
    {
        using var octets = new MemoryStream();
        var generator = new PgpCompressedDataGenerator(how);
        using (var packed = generator.Open(octets, new byte[512]))
            packed.Write(packets);
        return octets.ToArray();
    }

    public static byte[] Encrypted(byte[] packets, PgpPublicKey target, SymmetricKeyAlgorithmTag cipher = SymmetricKeyAlgorithmTag.Aes256, bool withIntegrity = true)
    {
        using var octets = new MemoryStream();
        var generator = new PgpEncryptedDataGenerator(cipher, withIntegrity, new SecureRandom());
        generator.AddMethod(target);
        using (var encrypted = generator.Open(octets, packets.Length))
            encrypted.Write(packets);
        return octets.ToArray();
    }

    /// <summary>Where the encrypted content begins, behind the one packet with the key: its length is read, because the octets between are random and may look like a header.</summary>
    public static int StartOfContent(byte[] message)
    {
        const byte OldFormKeyOfOneLengthOctet = 0x84, Content = 0xD2;
        var start = 2 + message[1];
        return message[0] == OldFormKeyOfOneLengthOctet && message[start] == Content ? start : throw new InvalidOperationException("This is no message of one packet with the key and the encrypted content behind it.");
    }

    public static string EncryptedEntity(byte[] message) =>
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"outer\"\r\n\r\n--outer\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n"
        + $"--outer\r\nContent-Type: application/octet-stream\r\n\r\n{PgpTestKey.Text("MESSAGE", message)}\r\n--outer--\r\n";

    public static string SignedEntity(string part, byte[] signature) =>
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=\"inner\"\r\n\r\n"
        + $"--inner\r\n{part}\r\n--inner\r\nContent-Type: application/pgp-signature\r\n\r\n{PgpTestKey.Text("SIGNATURE", signature)}\r\n--inner--\r\n";

    public static string SignedEntity(string part, PgpTestKey key) => SignedEntity(part, Signature(Forge.Bytes(part), key).GetEncoded());
}
