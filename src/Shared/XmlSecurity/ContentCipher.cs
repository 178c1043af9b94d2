using System.Security.Cryptography;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>A cipher of XML Encryption by its name.</summary>
/// <param name="KeySize">Bytes of the key.</param>
/// <param name="IsAuthenticated">Galois/Counter Mode; the others (CBC) show no change and are read only under a signature that has been verified.</param>
internal sealed record ContentCipher(int KeySize, bool IsAuthenticated)
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static ContentCipher? Find(string? uri) => uri switch
    {
        Xenc11 + "aes128-gcm" => new(16, IsAuthenticated: true),
        Xenc11 + "aes192-gcm" => new(24, IsAuthenticated: true),
        Xenc11 + "aes256-gcm" => new(32, IsAuthenticated: true),
        Xenc + "aes128-cbc" => new(16, IsAuthenticated: false),
        Xenc + "aes192-cbc" => new(24, IsAuthenticated: false),
        Xenc + "aes256-cbc" => new(32, IsAuthenticated: false),
        _ => null,
    };

    /// <summary>The plain text, or null: what was wrong is not told apart.</summary>
    public byte[]? TryDecrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        try
        {
            return IsAuthenticated ? Gcm(key, content) : Cbc(key, content);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Gcm(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        if (content.Length < Nonce + Tag)
            return null;
        using var cipher = new AesGcm(key, Tag);
        var plain = new byte[content.Length - Nonce - Tag];
        cipher.Decrypt(content[..Nonce], content[Nonce..^Tag], content[^Tag..], plain);
        return plain;
    }

    // The padding is that of XML Encryption (ISO 10126): the last byte says how many, the others are arbitrary.
    private static byte[]? Cbc(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        using var cipher = Aes.Create();
        var block = cipher.BlockSize / 8;
        if (content.Length < 2 * block || content.Length % block != 0)
            return null;
        cipher.SetKey(key);
        var padded = cipher.DecryptCbc(content[block..], content[..block], PaddingMode.None);
        return padded[^1] is var padding && padding >= 1 && padding <= block ? padded[..^padding] : null;
    }
}
