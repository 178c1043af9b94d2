using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// The content key derived from the one that was encrypted, with the content's algorithm as an input (RFC 9709 section 2): who writes another algorithm in its place gets another key. Read, not
/// written: hardly any program knows it.
/// </summary>
internal static class DerivedKey
{
    public const string Oid = "1.2.840.113549.1.9.16.3.31";

    private static ReadOnlySpan<byte> Salt => "The Cryptographic Message Syntax"u8;

    /// <param name="key">The key that was encrypted.</param>
    /// <param name="algorithm">The content's algorithm in DER.</param>
    public static byte[] From(ReadOnlySpan<byte> key, ReadOnlySpan<byte> algorithm)
    {
        var derived = new byte[key.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, Salt, algorithm);
        return derived;
    }
}
