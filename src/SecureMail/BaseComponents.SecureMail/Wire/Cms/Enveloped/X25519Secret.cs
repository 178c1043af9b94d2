using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto.Agreement;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>X25519 (RFC 7748), which the platform does not have.</summary>
internal static class X25519Secret
{
    private const int KeyLength = 32;

    public static X25519PrivateKeyParameters Generate() => new(new SecureRandom());

    public static byte[]? PublicOf(X509Certificate2 certificate) =>
        certificate.PublicKey is { Oid.Value: CmsOids.X25519, EncodedKeyValue.RawData: { Length: KeyLength } key } ? key : null;

    /// <summary>Null where the other key is none, or one that makes everybody's secret the same (RFC 7748 section 6.1).</summary>
    public static byte[]? Agree(X25519PrivateKeyParameters own, byte[] other)
    {
        if (other.Length != KeyLength)
            return null;
        var agreement = new X25519Agreement();
        agreement.Init(own);
        var secret = new byte[agreement.AgreementSize];
        try
        {
            agreement.CalculateAgreement(new X25519PublicKeyParameters(other), secret, 0);
            return secret;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
