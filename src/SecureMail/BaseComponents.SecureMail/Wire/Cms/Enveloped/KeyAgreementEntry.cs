using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Keys;
using Org.BouncyCastle.Crypto.Parameters;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>One recipient of a KeyAgreeRecipientInfo (RFC 5753 section 3.1.1).</summary>
internal sealed record KeyAgreementEntry(CertificateReference Reference, KeyAgreement Agreement, byte[] EncryptedKey) : RecipientEntry(Reference)
{
    public override string AlgorithmOid => Agreement.WrapOid;

    public override byte[]? Unwrap(X509Certificate2 certificate, int keyLength)
    {
        if (AgreementTarget.CurveOf(certificate) is not { } curve)
            return null;
        if (curve == AgreementCurve.X25519)
            return UnwrapX25519(certificate, keyLength);
        using var own = OwnKey.AgreementOf(certificate);
        using var other = Agreement.OriginatorOn(curve);
        return own is null || other is null ? null : Unwrap(own, other, keyLength);
    }

    private byte[]? Unwrap(ECDiffieHellman own, ECDiffieHellman other, int keyLength)
    {
        using var publicKey = other.PublicKey;
        return Unwrap(wrap => WrappingKey.Derive(own, publicKey, Agreement.Derivation.Hash, wrap, Agreement.WrapLength, Agreement.UserMaterial), keyLength);
    }

    private byte[]? UnwrapX25519(X509Certificate2 certificate, int keyLength)
    {
        if (!Agreement.IsX25519 || OwnKey.EdwardsOf<X25519PrivateKeyParameters>(certificate) is not { } own || X25519Secret.Agree(own, Agreement.Point) is not { } secret)
            return null;
        var key = Unwrap(wrap => WrappingKey.Derive(secret, Agreement.Derivation, wrap, Agreement.WrapLength, Agreement.UserMaterial), keyLength);
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }

    // RFC 5753 section 7.2 wants the parameters of the wrap absent from the derivation; mail exists whose writer put NULL there.
    private byte[]? Unwrap(Func<AlgorithmIdentifier, byte[]> derive, int keyLength)
    {
        foreach (var wrap in new[] { AlgorithmIdentifier.Alone(Agreement.WrapOid), AlgorithmIdentifier.WithNull(Agreement.WrapOid) })
        {
            var wrappingKey = derive(wrap);
            var key = KeyWrap.Unwrap(wrappingKey, EncryptedKey);
            CryptographicOperations.ZeroMemory(wrappingKey);
            if (key?.Length == keyLength)
                return key;
        }

        return null;
    }
}
