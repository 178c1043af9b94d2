using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>The keys of one signer, from configuration: what a document says about keys is never looked at. Old and new ones stand side by side while a signer changes them.</summary>
internal sealed class SigningKeySet(IReadOnlyList<X509Certificate2> certificates)
{
    private const int SmallestRsa = 2048;
    private const int SmallestCurve = 256;

    private readonly (X509Certificate2 Certificate, AsymmetricAlgorithm Key)[] _keys = [.. certificates.Select(certificate => (certificate, KeyOf(certificate)))];

    /// <summary>Why a certificate cannot serve, or null.</summary>
    public static string? Problem(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ec = rsa is null ? certificate.GetECDsaPublicKey() : null;
        return (rsa, ec) switch
        {
            ({ KeySize: < SmallestRsa }, _) => $"its RSA key has fewer than {SmallestRsa} bits",
            (null, { KeySize: < SmallestCurve }) => $"its curve has fewer than {SmallestCurve} bits",
            (null, null) => "its key is neither RSA nor on an elliptic curve",
            _ => null,
        };
    }

    /// <summary>The keys whose certificate is valid now.</summary>
    public IEnumerable<AsymmetricAlgorithm> ValidAt(DateTimeOffset now) =>
        from pair in _keys
        where pair.Certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && now.UtcDateTime <= pair.Certificate.NotAfter.ToUniversalTime()
        select pair.Key;

    private static AsymmetricAlgorithm KeyOf(X509Certificate2 certificate) => Problem(certificate) is { } problem
        ? throw new CryptographicException($"A signing certificate cannot be used: {problem}.")
        : (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey()!;
}
