using System.Security.Cryptography;
using System.Xml;
using static BaseComponents.Shared.XmlSecurity.XmlSecurityUris;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>An EncryptedData with the keys it was wrapped in, within it or beside it.</summary>
/// <remarks>XML Encryption 1.1; SAML 2.0 core, section 2.2.4.</remarks>
internal sealed class EncryptedContent
{
    private const int MostKeys = 4;
    private const int LargestKey = 1024;

    private readonly ContentCipher _cipher;
    private readonly byte[] _content;
    private readonly (RSAEncryptionPadding Padding, byte[] Wrapped)[] _keys;

    /// <param name="container">The element that holds them, such as EncryptedAssertion.</param>
    /// <param name="limits">How large the content may be.</param>
    /// <exception cref="XmlRefusedException">It has another form than the one allowed.</exception>
    public EncryptedContent(XmlElement container, XmlLimits limits)
    {
        if (container.Elements().ToArray() is not [var data, .. var beside] || !data.Is("EncryptedData", Xenc) || beside.Any(element => !element.Is("EncryptedKey", Xenc)))
            throw new XmlRefusedException("encryption-shape");
        if (data.Attribute("Type") is { } type && type != EncryptedElement)
            throw new XmlRefusedException("encryption-type");
        _cipher = ContentCipher.Find(MethodOf(data).Attribute("Algorithm")) ?? throw new XmlRefusedException("encryption-algorithm");
        _content = CipherValueOf(data, limits.Bytes);
        var within = data.Elements("KeyInfo", Dsig).SelectMany(info => info.Elements("EncryptedKey", Xenc));
        _keys = [.. within.Concat(beside).Take(MostKeys + 1).Select(Unwrappable)];
        if (_keys.Length is 0 or > MostKeys)
            throw new XmlRefusedException("encryption-keys");
    }

    /// <summary>Whether a change of the ciphertext would be noticed by decrypting.</summary>
    public bool IsAuthenticated => _cipher.IsAuthenticated;

    /// <summary>The plain text under the first key that opens it, or null: a wrong key, a broken padding and a wrong tag look alike, and take alike.</summary>
    public byte[]? TryDecrypt(IEnumerable<RSA> keys)
    {
        foreach (var key in keys)
            foreach (var (padding, wrapped) in _keys)
                if (_cipher.TryDecrypt(Unwrap(key, padding, wrapped), _content) is { } plain)
                    return plain;
        return null;
    }

    // A key that does not open yields a random one, so that the content is tried all the same.
    private byte[] Unwrap(RSA key, RSAEncryptionPadding padding, byte[] wrapped)
    {
        try
        {
            var unwrapped = key.Decrypt(wrapped, padding);
            if (unwrapped.Length == _cipher.KeySize)
                return unwrapped;
        }
        catch (CryptographicException)
        {
            // Falls through to the random key.
        }

        return RandomNumberGenerator.GetBytes(_cipher.KeySize);
    }

    private static (RSAEncryptionPadding Padding, byte[] Wrapped) Unwrappable(XmlElement key) => (KeyTransport.PaddingOf(MethodOf(key)), CipherValueOf(key, LargestKey));

    private static XmlElement MethodOf(XmlElement encrypted) =>
        encrypted.Elements("EncryptionMethod", Xenc).ToArray() is [var method] ? method : throw new XmlRefusedException("encryption-method");

    // CipherReference, which would make the reader fetch something, has no place here.
    private static byte[] CipherValueOf(XmlElement encrypted, int most) =>
        encrypted.Elements("CipherData", Xenc).ToArray() is [var data] && data.Exactly(Xenc, "CipherValue") is [var value] && value.Base64(most) is { } bytes
            ? bytes
            : throw new XmlRefusedException("encryption-value");
}
