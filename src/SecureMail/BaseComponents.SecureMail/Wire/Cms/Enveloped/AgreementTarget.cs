using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>A target whose certificate holds a key on an elliptic curve.</summary>
internal sealed record AgreementTarget(X509Certificate2 Certificate, AgreementCurve Curve)
{
    /// <summary>Null for keys of other kinds.</summary>
    /// <exception cref="CmsException">A curve that is not accepted.</exception>
    public static AgreementTarget? Find(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value is CmsOids.EcPublicKey or CmsOids.X25519
        ? new AgreementTarget(certificate, CurveOf(certificate) ?? throw new CmsException(CmsProblem.UnusableKey))
        : null;

    /// <summary>Null where the certificate holds no such key, or one on another curve.</summary>
    public static AgreementCurve? CurveOf(X509Certificate2 certificate)
    {
        if (certificate.PublicKey.Oid.Value == CmsOids.X25519)
            return AgreementCurve.X25519;
        try
        {
            return certificate.PublicKey is { Oid.Value: CmsOids.EcPublicKey, EncodedParameters: { } parameters }
                ? AgreementCurve.Find(new AsnReader(parameters.RawData, AsnEncodingRules.DER).ReadObjectIdentifier())
                : null;
        }
        catch (AsnContentException)
        {
            // Parameters written out instead of a name: whatever curve that is, it is none of ours.
            return null;
        }
    }
}
