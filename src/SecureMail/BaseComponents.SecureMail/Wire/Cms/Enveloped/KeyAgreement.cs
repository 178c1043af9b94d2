using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>What all recipients of a KeyAgreeRecipientInfo share.</summary>
/// <param name="CurveOid">The curve that stands beside the originator's key, or null where none does; of X25519 the kind of key itself.</param>
/// <param name="Point">The originator's ephemeral public key as it came.</param>
/// <param name="Derivation">Of the wrapping key.</param>
/// <param name="WrapOid">The key wrap.</param>
/// <param name="WrapLength">Octets of its key.</param>
/// <param name="UserMaterial">Further input of the derivation.</param>
internal sealed record KeyAgreement(string? CurveOid, byte[] Point, KeyDerivation Derivation, string WrapOid, int WrapLength, byte[]? UserMaterial)
{
    private const byte Uncompressed = 0x04;

    public bool IsX25519 => CurveOid == CmsOids.X25519;

    /// <summary>The originator's key, or null if it is no point on the curve: an answer to such a point would give the private key away.</summary>
    public ECDiffieHellman? OriginatorOn(AgreementCurve curve)
    {
        if ((CurveOid is not null && CurveOid != curve.Oid) || Point is not [Uncompressed, .. var coordinates] || coordinates.Length % 2 != 0)
            return null;
        var half = coordinates.Length / 2;
        try
        {
            return ECDiffieHellman.Create(new ECParameters { Curve = curve.ToCurve(), Q = new ECPoint { X = coordinates[..half], Y = coordinates[half..] } });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
