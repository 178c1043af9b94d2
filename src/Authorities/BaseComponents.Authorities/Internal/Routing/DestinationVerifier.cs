using System.Collections.Frozen;
using System.Security.Cryptography;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using BaseComponents.Authorities.Wire.Routing;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>
/// Checks the signature over a destination, from what costs nothing to what costs most: form, algorithm, issuer, key, signature, and then
/// whether what was signed is what was asked for.
/// </summary>
internal sealed class DestinationVerifier(IReadOnlyDictionary<string, IssuerKeys> issuers, ClaimCheck check)
{
    private readonly FrozenDictionary<string, IssuerKeys> _issuers = issuers.ToFrozenDictionary(StringComparer.Ordinal);

    public async ValueTask<SignedDestination> VerifyAsync(string? destination, string? signature, LeikaKey service, AskedArea area, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(destination, "D", out var id))
            return new SignedDestination.Refused(DestinationRefusal.Missing, null);
        if (string.IsNullOrEmpty(signature))
            return new SignedDestination.Refused(DestinationRefusal.Missing, id);
        if (CompactSignature.Read(signature, out var jws) is { } form)
            return new SignedDestination.Refused(form, id);
        var refusal = await OfSignatureAsync(jws!, cancellationToken).ConfigureAwait(false) ?? check.Refusal(jws!.Claims, id, service, area);
        return refusal is { } reason
            ? new SignedDestination.Refused(reason, id)
            : new SignedDestination.Verified(id, jws!.Claims.SubmissionHost, jws.Claims.Issuer, jws.Claims.IssuedAt);
    }

    private async ValueTask<DestinationRefusal?> OfSignatureAsync(CompactSignature jws, CancellationToken cancellationToken)
    {
        if (!_issuers.TryGetValue(jws.Claims.Issuer, out var keys))
            return DestinationRefusal.UnknownIssuer;
        var key = await keys.FindAsync(jws.KeyId, cancellationToken).ConfigureAwait(false);
        return key.State switch
        {
            KeyState.Unavailable => DestinationRefusal.KeysUnavailable,
            KeyState.Unknown => DestinationRefusal.UnknownKey,
            KeyState.Unfit => DestinationRefusal.UnfitKey,
            _ => IsOf(key.Parameters, jws) ? null : DestinationRefusal.InvalidSignature,
        };
    }

    // PS512: the salt is as long as the hash.
    private static bool IsOf(RSAParameters key, CompactSignature jws)
    {
        if (jws.Signature.Length != key.Modulus!.Length)
            return false;
        try
        {
            using var rsa = RSA.Create(key);
            return rsa.VerifyData(jws.Signed, jws.Signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pss);
        }
        catch (CryptographicException)
        {
            // Numbers that no RSA key consists of sign nothing.
            return false;
        }
    }
}
