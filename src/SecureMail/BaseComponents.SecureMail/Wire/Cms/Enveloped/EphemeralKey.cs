using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto.Parameters;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>The originator's key of one message.</summary>
internal abstract class EphemeralKey : IDisposable
{
    /// <summary>What kind of key it is, as it stands beside it.</summary>
    public abstract AlgorithmIdentifier Kind { get; }

    public abstract byte[] Public { get; }

    /// <summary>Agreement and derivation, by their object identifier.</summary>
    public abstract string SchemeOid { get; }

    public static EphemeralKey On(AgreementCurve curve) => curve == AgreementCurve.X25519 ? new OfX25519() : new OnCurve(curve);

    /// <summary>The key that wraps the content key for one recipient.</summary>
    /// <exception cref="CmsException">The recipient's certificate holds no such key.</exception>
    public abstract byte[] Derive(X509Certificate2 recipient, AlgorithmIdentifier wrap, int length);

    public abstract void Dispose();

    private sealed class OnCurve(AgreementCurve curve) : EphemeralKey
    {
        private readonly ECDiffieHellman _key = ECDiffieHellman.Create(curve.ToCurve());

        public override AlgorithmIdentifier Kind => AlgorithmIdentifier.Alone(CmsOids.EcPublicKey);

        public override byte[] Public => _key.ExportParameters(false).Q is { X: { } x, Y: { } y } ? [0x04, .. x, .. y] : throw new CmsException(CmsProblem.UnusableKey);

        public override string SchemeOid => KeyAgreementScheme.OidOf(curve.Hash);

        public override byte[] Derive(X509Certificate2 recipient, AlgorithmIdentifier wrap, int length)
        {
            using var key = recipient.GetECDiffieHellmanPublicKey() ?? throw new CmsException(CmsProblem.UnusableKey);
            using var publicKey = key.PublicKey;
            return WrappingKey.Derive(_key, publicKey, curve.Hash, wrap, length, userMaterial: null);
        }

        public override void Dispose() => _key.Dispose();
    }

    private sealed class OfX25519 : EphemeralKey
    {
        private readonly X25519PrivateKeyParameters _key = X25519Secret.Generate();

        public override AlgorithmIdentifier Kind => AlgorithmIdentifier.Alone(CmsOids.X25519);

        public override byte[] Public => _key.GeneratePublicKey().GetEncoded();

        public override string SchemeOid => KeyAgreementScheme.HkdfWithSha256;

        public override byte[] Derive(X509Certificate2 recipient, AlgorithmIdentifier wrap, int length)
        {
            var secret = (X25519Secret.PublicOf(recipient) is { } other ? X25519Secret.Agree(_key, other) : null) ?? throw new CmsException(CmsProblem.UnusableKey);
            var key = WrappingKey.Derive(secret, new KeyDerivation(HashAlgorithmName.SHA256, IsHkdf: true), wrap, length, userMaterial: null);
            CryptographicOperations.ZeroMemory(secret);
            return key;
        }

        // The library gives no way to wipe it.
        public override void Dispose()
        {
        }
    }
}
