using System.Security.Cryptography;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Checks who made a snapshot. The pinned key fixes curve and hash; what the file says only chooses among the pinned keys.</summary>
internal static class SnapshotSignatures
{
    /// <exception cref="AuthoritiesException">It is not signed, or not by a pinned key, or the signature does not fit.</exception>
    public static void Check(SnapshotBytes bytes, SnapshotHeader header, IEnumerable<string> publicKeys, bool allowUnsigned, string file)
    {
        if (header.KeyId.Length == 0)
        {
            if (!allowUnsigned || header.SignatureLength != 0)
                throw SnapshotFailures.Unsigned(file);
            return;
        }

        var keys = publicKeys.Select(ReadKey).ToList();
        try
        {
            var key = keys.FirstOrDefault(candidate => KeyIdOf(candidate).AsSpan().SequenceEqual(header.KeyId)) ?? throw SnapshotFailures.OtherKey(file, Shown(header.KeyId));
            if (!key.VerifyData(bytes.Read<byte>(new Section(0, header.Length - header.SignatureLength)), header.Signature, HashOf(key), DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
                throw SnapshotFailures.Forged(file);
        }
        finally
        {
            keys.ForEach(key => key.Dispose());
        }
    }

    /// <exception cref="CryptographicException">The text holds no key of a curve that is allowed.</exception>
    /// <exception cref="ArgumentException">The text holds no key.</exception>
    public static ECDsa ReadKey(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            _ = HashOf(key);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    public static byte[] KeyIdOf(ECDsa key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo());

    public static string Shown(ReadOnlySpan<byte> keyId) => Convert.ToHexStringLower(keyId);

    public static int LengthOf(ECDsa key) => key.KeySize / 8 * 2;

    public static HashAlgorithmName HashOf(ECDsa key) => key.ExportParameters(false).Curve.Oid.Value switch
    {
        "1.2.840.10045.3.1.7" => HashAlgorithmName.SHA256,
        "1.3.132.0.34" => HashAlgorithmName.SHA384,
        _ => throw new CryptographicException("Only keys on the curves P-256 and P-384 are allowed."),
    };
}
