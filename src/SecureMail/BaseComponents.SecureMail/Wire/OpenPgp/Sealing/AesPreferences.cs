using Org.BouncyCastle.Bcpg;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>Which AES the recipients read. AES-128 is what everybody reads who reads any (RFC 9580 section 9.3).</summary>
internal static class AesPreferences
{
    private static readonly SymmetricKeyAlgorithmTag[] _bestFirst = [SymmetricKeyAlgorithmTag.Aes256, SymmetricKeyAlgorithmTag.Aes192, SymmetricKeyAlgorithmTag.Aes128];

    /// <summary>Null where the key says that no AES is read.</summary>
    public static IReadOnlyList<SymmetricKeyAlgorithmTag>? Of(IReadOnlyList<SymmetricKeyAlgorithmTag>? wishes)
    {
        if (wishes is null)
            return [SymmetricKeyAlgorithmTag.Aes128];
        var read = wishes.Where(_bestFirst.Contains).ToList();
        return read.Count > 0 ? read : null;
    }

    public static SymmetricKeyAlgorithmTag Best(IReadOnlyList<IReadOnlyList<SymmetricKeyAlgorithmTag>> all) =>
        _bestFirst.FirstOrDefault(cipher => all.All(read => read.Contains(cipher)), SymmetricKeyAlgorithmTag.Aes128);
}
