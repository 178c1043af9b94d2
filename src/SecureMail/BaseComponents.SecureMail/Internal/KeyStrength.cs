using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Whether the key in a certificate is of a kind and size that can be relied on: RSA of 2048 bit, or a curve of 250. Ed25519 and X25519 have one size.</summary>
internal static class KeyStrength
{
    private const int MinimalRsaBits = 2048;
    private const int MinimalCurveBits = 250;

    public static bool IsEnoughToSign(X509Certificate2 certificate)
    {
        if (RsaBits(certificate) is { } bits)
            return bits >= MinimalRsaBits;
        if (certificate.PublicKey.Oid.Value == CmsOids.Ed25519)
            return true;
        using var curve = certificate.GetECDsaPublicKey();
        return curve is { KeySize: >= MinimalCurveBits };
    }

    public static bool IsEnoughToEncrypt(X509Certificate2 certificate) =>
        RsaBits(certificate) is { } bits ? bits >= MinimalRsaBits : AgreementTarget.CurveOf(certificate) is not null;

    private static int? RsaBits(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return rsa?.KeySize;
    }
}
