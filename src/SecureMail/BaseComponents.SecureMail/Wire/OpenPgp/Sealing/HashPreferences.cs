using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>Which SHA-2 a signature is made with: what the recipients want, but not shorter than the key needs (RFC 9580 section 5.2.3.2, ECDSA).</summary>
internal static class HashPreferences
{
    private static readonly HashAlgorithmTag[] _shortFirst = [HashAlgorithmTag.Sha256, HashAlgorithmTag.Sha384, HashAlgorithmTag.Sha512];

    public static HashAlgorithmTag Best(PgpPublicKey signer, IReadOnlyList<IReadOnlyList<HashAlgorithmTag>?> wishes)
    {
        var possible = _shortFirst.SkipWhile(hash => BitsOf(hash) < Needed(signer)).ToList();
        var told = wishes.OfType<IReadOnlyList<HashAlgorithmTag>>().ToList();
        var common = told.Count == 0 ? [] : told[0].Where(hash => possible.Contains(hash) && told.TrueForAll(wish => wish.Contains(hash)));
        return common.FirstOrDefault(possible[0]);
    }

    private static int Needed(PgpPublicKey signer) => signer.Algorithm is PublicKeyAlgorithmTag.ECDsa ? Math.Min(signer.BitStrength, 512) : 256;

    private static int BitsOf(HashAlgorithmTag hash) => hash switch
    {
        HashAlgorithmTag.Sha256 => 256,
        HashAlgorithmTag.Sha384 => 384,
        _ => 512,
    };
}
