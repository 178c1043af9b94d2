using BaseComponents.SecureMail.Internal.Revocation;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>A verified signature of the primary key over a part of its own key: what it says about that part.</summary>
internal sealed class SelfSignature(PgpSignature signature)
{
    private readonly PgpSignatureSubpacketVector _says = signature.GetHashedSubPackets();

    public bool IsRevocation => signature.SignatureType == PgpSignature.CertificationRevocation;

    public DateTimeOffset Created { get; } = SignatureRules.CreationOf(signature);

    public int Flags => _says.HasSubpacket(SignatureSubpacketTag.KeyFlags) ? _says.GetKeyFlags() : 0;

    /// <summary>Seconds from the making of the key to its end; zero: it has none.</summary>
    public long KeyLifetime => _says.GetKeyExpirationTime();

    public IReadOnlyList<SymmetricKeyAlgorithmTag>? Ciphers => _says.GetPreferredSymmetricAlgorithms()?.Select(cipher => (SymmetricKeyAlgorithmTag)cipher).ToList();

    public IReadOnlyList<HashAlgorithmTag>? Hashes => _says.GetPreferredHashAlgorithms()?.Select(hash => (HashAlgorithmTag)hash).ToList();

    /// <summary>The newest of those that are in force; the last word of a key counts. Of two at the same time the revocation does.</summary>
    public static SelfSignature? InForce(IEnumerable<SelfSignature> signatures, DateTimeOffset now) => signatures
        .Where(signature => signature.Created <= now + ClockSkew.Allowed && signature.Ends > now)
        .OrderBy(signature => signature.Created).ThenBy(signature => signature.IsRevocation)
        .LastOrDefault();

    private DateTimeOffset Ends { get; } = SignatureRules.ExpiryOf(signature) ?? DateTimeOffset.MaxValue;
}
