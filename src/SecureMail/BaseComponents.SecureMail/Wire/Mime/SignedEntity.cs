using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>multipart/signed (RFC 1847, RFC 8551 section 3.5.3), put together from bytes so that the signed part stays what was signed.</summary>
internal static class SignedEntity
{
    public static byte[] Write(byte[] signedPart, byte[] signature)
    {
        var boundary = "=-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        using var entity = new MemoryStream(signedPart.Length + signature.Length * 2 + 1024);
        Append(entity, $"Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n micalg=sha-256; boundary=\"{boundary}\"\r\n\r\n");
        Append(entity, $"--{boundary}\r\n");
        entity.Write(signedPart);
        Append(entity, $"\r\n--{boundary}\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n");
        Append(entity, "Content-Disposition: attachment; filename=smime.p7s\r\n\r\n");
        AppendBase64(entity, signature);
        Append(entity, $"--{boundary}--\r\n");
        return entity.ToArray();
    }

    private static void AppendBase64(MemoryStream entity, byte[] bytes)
    {
        foreach (var line in Convert.ToBase64String(bytes).Chunk(76))
            Append(entity, new string(line) + "\r\n");
    }

    private static void Append(MemoryStream entity, string text) => entity.Write(Encoding.ASCII.GetBytes(text));
}
