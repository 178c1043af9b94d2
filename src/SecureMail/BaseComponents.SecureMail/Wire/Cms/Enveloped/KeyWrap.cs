using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>AES key wrap without padding (RFC 3394, RFC 3565), which the framework does not have.</summary>
internal static class KeyWrap
{
    private const int Block = 8;
    private const int SmallestKey = 16;
    private const int LargestKey = 32;

    public static string OidOf(int keyLength) => keyLength switch
    {
        16 => "2.16.840.1.101.3.4.1.5",
        24 => "2.16.840.1.101.3.4.1.25",
        32 => "2.16.840.1.101.3.4.1.45",
        _ => throw new ArgumentOutOfRangeException(nameof(keyLength)),
    };

    public static int? KeyLengthOf(string oid) => oid switch
    {
        "2.16.840.1.101.3.4.1.5" => 16,
        "2.16.840.1.101.3.4.1.25" => 24,
        "2.16.840.1.101.3.4.1.45" => 32,
        _ => null,
    };

    public static byte[] Wrap(byte[] wrappingKey, byte[] key)
    {
        var engine = new AesWrapEngine();
        engine.Init(true, new KeyParameter(wrappingKey));
        return engine.Wrap(key, 0, key.Length);
    }

    /// <summary>Null where the wrapped key does not belong to the wrapping one.</summary>
    public static byte[]? Unwrap(byte[] wrappingKey, byte[] wrapped)
    {
        if (wrapped.Length is < SmallestKey + Block or > LargestKey + Block || wrapped.Length % Block != 0)
            return null;
        try
        {
            var engine = new AesWrapEngine();
            engine.Init(false, new KeyParameter(wrappingKey));
            return engine.Unwrap(wrapped, 0, wrapped.Length);
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }
}
