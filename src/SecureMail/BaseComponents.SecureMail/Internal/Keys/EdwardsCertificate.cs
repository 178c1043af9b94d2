using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>A certificate with its Ed25519 or X25519 key (RFC 8410). The platform knows no such private keys, so BouncyCastle's stands beside it.</summary>
internal sealed class EdwardsCertificate : X509Certificate2
{
    private EdwardsCertificate(X509Certificate2 certificate, AsymmetricKeyParameter key)
        : base(certificate) => Key = key;

    public AsymmetricKeyParameter Key { get; }

    public static bool IsKind(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value is CmsOids.Ed25519 or CmsOids.X25519;

    /// <param name="certificate">The certificate.</param>
    /// <param name="key">Its key in PKCS#8.</param>
    /// <exception cref="CryptographicException">It is no such key, or another one's.</exception>
    public static EdwardsCertificate With(X509Certificate2 certificate, byte[] key)
    {
        try
        {
            var own = PrivateKeyFactory.CreateKey(key);
            return PublicOf(own).AsSpan().SequenceEqual(certificate.PublicKey.EncodedKeyValue.RawData)
                ? new EdwardsCertificate(certificate, own)
                : throw new CryptographicException("The key belongs to another certificate.");
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or SecurityUtilityException)
        {
            throw new CryptographicException("It is no key.", exception);
        }
    }

    private static byte[] PublicOf(AsymmetricKeyParameter key) => key switch
    {
        Ed25519PrivateKeyParameters signing => signing.GeneratePublicKey().GetEncoded(),
        X25519PrivateKeyParameters agreeing => agreeing.GeneratePublicKey().GetEncoded(),
        _ => [],
    };
}
