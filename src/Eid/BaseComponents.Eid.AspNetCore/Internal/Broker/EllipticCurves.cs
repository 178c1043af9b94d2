using System.Security.Cryptography;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>The curves that keys may have, with the algorithm that signs by each (RFC 7518, sections 3.4 and 6.2.1.1).</summary>
internal static class EllipticCurves
{
    private static readonly (string Oid, string Name, string Algorithm)[] Known =
    [
        ("1.2.840.10045.3.1.7", "P-256", "ES256"),
        ("1.3.132.0.34", "P-384", "ES384"),
        ("1.3.132.0.35", "P-521", "ES512"),
    ];

    public static string? NameOf(ECCurve curve) => Entry(curve).Name;

    public static string? AlgorithmOf(ECCurve curve) => Entry(curve).Algorithm;

    // On Windows a named curve may come without its number.
    private static (string Oid, string Name, string Algorithm) Entry(ECCurve curve) => curve.IsNamed
        ? Known.FirstOrDefault(known => known.Oid == (curve.Oid.Value ?? Oid.FromFriendlyName(curve.Oid.FriendlyName!, OidGroup.PublicKeyAlgorithm).Value))
        : default;
}
