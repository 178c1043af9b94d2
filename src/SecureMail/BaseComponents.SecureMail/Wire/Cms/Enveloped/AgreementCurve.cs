using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Curves that keys are agreed on, each with the hash of its strength for the key derivation (RFC 5753 section 7.1).</summary>
internal sealed record AgreementCurve(string Oid, HashAlgorithmName Hash)
{
    private static readonly AgreementCurve[] _all =
    [
        new("1.2.840.10045.3.1.7", HashAlgorithmName.SHA256), new("1.3.132.0.34", HashAlgorithmName.SHA384), new("1.3.132.0.35", HashAlgorithmName.SHA512),
        new("1.3.36.3.3.2.8.1.1.7", HashAlgorithmName.SHA256), new("1.3.36.3.3.2.8.1.1.11", HashAlgorithmName.SHA384), new("1.3.36.3.3.2.8.1.1.13", HashAlgorithmName.SHA512),
    ];

    /// <summary>Curve25519 (RFC 8410): a kind of key of its own, and no curve of the platform.</summary>
    public static AgreementCurve X25519 { get; } = new(CmsOids.X25519, HashAlgorithmName.SHA256);

    public static AgreementCurve? Find(string? oid) => Array.Find(_all, curve => curve.Oid == oid);

    public ECCurve ToCurve() => ECCurve.CreateFromValue(Oid);
}
