namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>What encrypts the content, and the key wrap of the same strength (RFC 3565, RFC 5084; RFC 8551 section 2.3 wants both keys of one size).</summary>
internal sealed record ContentCipher(string Oid, int KeyLength, bool IsAuthenticated)
{
    public static ContentCipher Aes256Gcm { get; } = new("2.16.840.1.101.3.4.1.46", 32, true);

    public static ContentCipher Aes256Cbc { get; } = new("2.16.840.1.101.3.4.1.42", 32, false);

    private static readonly ContentCipher[] _readable =
    [
        Aes256Gcm, new("2.16.840.1.101.3.4.1.26", 24, true), new("2.16.840.1.101.3.4.1.6", 16, true),
        Aes256Cbc, new("2.16.840.1.101.3.4.1.22", 24, false), new("2.16.840.1.101.3.4.1.2", 16, false),
    ];

    public static ContentCipher? Find(string oid) => Array.Find(_readable, cipher => cipher.Oid == oid);
}
