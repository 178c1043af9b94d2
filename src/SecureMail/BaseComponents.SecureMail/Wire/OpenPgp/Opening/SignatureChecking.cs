using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>Compares signatures with the content and the configured keys. The id in a signature only points to a key; several may have the same, by chance or by intent.</summary>
internal sealed class SignatureChecking(IEnumerable<PinnedKey> pinned, IOctets content)
{
    private const int PieceLength = 64 * 1024;
    private readonly Lazy<bool> _isPlainText = new(() => !HasLoneReturns(content));

    public CheckedSignature Check(PgpSignature signature)
    {
        if (!IsAcceptable(signature))
            return new CheckedSignature(OpenPgpSignatureState.Unacceptable, signature);
        var candidates = pinned.SelectMany(signer => Candidates(signer.Key, signature).Select(part => (Signer: signer, Part: part))).ToList();
        var (signer, part) = candidates.Find(candidate => Verifies(signature, candidate.Part));
        return part is not null
            ? new CheckedSignature(OpenPgpSignatureState.Intact, signature, signer, part)
            : new CheckedSignature(candidates.Count > 0 ? OpenPgpSignatureState.Broken : OpenPgpSignatureState.Unknown, signature);
    }

    // A signature over text lets line ends be exchanged; where a return stands alone, that would move the borders between parts.
    private bool IsAcceptable(PgpSignature signature) => SignatureRules.IsAcceptable(signature)
        && (signature.SignatureType == PgpSignature.BinaryDocument || (signature.SignatureType == PgpSignature.CanonicalTextDocument && _isPlainText.Value));

    private static IEnumerable<PgpPublicKey> Candidates(OpenPgpKey key, PgpSignature signature) => signature.KeyId != 0
        ? key.WithId(signature.KeyId)
        : key.WithFingerprint(signature.GetHashedSubPackets().GetIssuerFingerprint()?.GetFingerprint() ?? []);

    private bool Verifies(PgpSignature signature, PgpPublicKey key)
    {
        try
        {
            signature.InitVerify(key);
            using var octets = new OctetStream(content);
            var piece = new byte[PieceLength];
            while (octets.Read(piece) is > 0 and var count)
                signature.Update(piece.AsSpan(0, count));
            return KeyStrength.Signs(key) && signature.KeyAlgorithm == key.Algorithm && signature.Verify();
        }
        catch (Exception exception) when (LibraryFault.IsOne(exception))
        {
            return false;
        }
    }

    private static bool HasLoneReturns(IOctets content)
    {
        using var octets = new OctetStream(content);
        var piece = new byte[PieceLength];
        var isAfterReturn = false;
        while (octets.Read(piece) is > 0 and var count)
        {
            foreach (var octet in piece.AsSpan(0, count))
            {
                if (isAfterReturn && octet != '\n')
                    return true;
                isAfterReturn = octet == '\r';
            }
        }

        return isAfterReturn;
    }
}
