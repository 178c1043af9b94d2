using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>
/// Opens encrypted tokens (RFC 7516): RSA-OAEP-256 or ECDH-ES. Own code, since the library knows neither RSA-OAEP with SHA-256 nor a way to leave out
/// the weak algorithms it does know (RSA1_5, RSA-OAEP with SHA-1).
/// </summary>
internal static class TokenDecryptor
{
    private const string RsaOaep256 = "RSA-OAEP-256";
    private const string EcdhEs = "ECDH-ES";

    /// <summary>The token within.</summary>
    /// <exception cref="LoginFailure">Its algorithms are not accepted, or none of the keys opens it.</exception>
    public static string Decrypt(string token, IReadOnlyList<OwnKey> keys)
    {
        var parts = token.Split('.');
        var header = TokenHeader.Read(parts[0]);
        if (header.Algorithm is not (RsaOaep256 or EcdhEs) || ContentEncryption.Find(header.Encryption) is not { } content)
            throw new LoginFailure(EidLoginOutcome.Rejected, "token-encryption-refused");
        foreach (var key in InOrder(keys, header.KeyId))
            if (Open(parts, header, content, key) is { } plain)
                return Encoding.ASCII.GetString(plain);
        throw new LoginFailure(EidLoginOutcome.Rejected, keys.Count == 0 ? "token-encrypted-without-key" : "token-not-decryptable");
    }

    // The broker names the key it used; one that it does not name is tried all the same: names are not sent by all.
    private static IEnumerable<OwnKey> InOrder(IReadOnlyList<OwnKey> keys, string? keyId) => keys.OrderByDescending(key => key.Id == keyId);

    private static byte[]? Open(string[] parts, TokenHeader header, ContentEncryption content, OwnKey key)
    {
        try
        {
            var contentKey = ContentKey(Base64UrlEncoder.DecodeBytes(parts[1]), header, content, key);
            return contentKey is null
                ? null
                : content.Decrypt(contentKey, Base64UrlEncoder.DecodeBytes(parts[2]), Base64UrlEncoder.DecodeBytes(parts[3]), Base64UrlEncoder.DecodeBytes(parts[4]), Encoding.ASCII.GetBytes(parts[0]));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            // Another key, or a broken message: which of them it is nobody outside may learn.
            return null;
        }
    }

    private static byte[]? ContentKey(byte[] sent, TokenHeader header, ContentEncryption content, OwnKey key)
    {
        if (header.Algorithm is RsaOaep256)
        {
            using var rsa = key.Certificate.GetRSAPrivateKey();
            return rsa?.Decrypt(sent, RSAEncryptionPadding.OaepSHA256);
        }

        using var elliptic = key.Certificate.GetECDiffieHellmanPrivateKey();
        return elliptic is null || sent.Length > 0 ? null : KeyAgreement.ContentKey(elliptic, header, content);
    }
}
