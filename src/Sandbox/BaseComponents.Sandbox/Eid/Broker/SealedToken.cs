using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>A signed token within an encrypted one: RSA-OAEP-256 and A256GCM (RFC 7516), which the library at hand cannot write.</summary>
internal static class SealedToken
{
    private const int TagBytes = 16;

    public static string Seal(string token, RsaSecurityKey recipient)
    {
        var header = Base64Url.EncodeToString("""{"alg":"RSA-OAEP-256","enc":"A256GCM","cty":"JWT"}"""u8);
        using var rsa = RSA.Create(recipient.Parameters);
        var (key, nonce, plain) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(12), Encoding.ASCII.GetBytes(token));
        var (cipher, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var gcm = new AesGcm(key, TagBytes);
        gcm.Encrypt(nonce, plain, cipher, tag, Encoding.ASCII.GetBytes(header));
        return string.Join('.', header, Text(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)), Text(nonce), Text(cipher), Text(tag));
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
