using System.Buffers.Binary;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Agreement;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;

namespace BaseComponents.Sandbox.Mail.Envelopes;

/// <summary>
/// A content key that was wrapped under what sender and office agreed on over a curve (RFC 5753). The library's own reader gives the derivation parameters of another form than
/// RFC 5753 section 7.2 says, so the steps are taken one by one.
/// </summary>
internal static class AgreedKey
{
    private static readonly Dictionary<DerObjectIdentifier, DerObjectIdentifier> _hashes = new()
    {
        [SecObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme] = NistObjectIdentifiers.IdSha256,
        [SecObjectIdentifiers.dhSinglePass_stdDH_sha384kdf_scheme] = NistObjectIdentifiers.IdSha384,
        [SecObjectIdentifiers.dhSinglePass_stdDH_sha512kdf_scheme] = NistObjectIdentifiers.IdSha512,
    };

    public static byte[]? Open(KeyAgreeRecipientInfo recipient, OfficeKey key)
    {
        var mine = recipient.RecipientEncryptedKeys.Select(RecipientEncryptedKey.GetInstance).FirstOrDefault(entry => key.IsNamedBy(entry.Identifier.IssuerAndSerialNumber));
        if (mine is null || key.Private is not ECPrivateKeyParameters secret || !_hashes.TryGetValue(recipient.KeyEncryptionAlgorithm.Algorithm, out var hash))
            return null;
        var wrap = AlgorithmIdentifier.GetInstance(recipient.KeyEncryptionAlgorithm.Parameters);
        var unwrapping = new AesWrapEngine();
        unwrapping.Init(false, new KeyParameter(Derive(hash, Agree(recipient, secret), wrap, recipient.UserKeyingMaterial?.GetOctets())));
        var wrapped = mine.EncryptedKey.GetOctets();
        return unwrapping.Unwrap(wrapped, 0, wrapped.Length);
    }

    private static byte[] Agree(KeyAgreeRecipientInfo recipient, ECPrivateKeyParameters secret)
    {
        var point = secret.Parameters.Curve.DecodePoint(recipient.Originator.OriginatorKey.PublicKey.GetBytes());
        var agreement = new ECDHBasicAgreement();
        agreement.Init(secret);
        return BigIntegers.AsUnsignedByteArray(agreement.GetFieldSize(), agreement.CalculateAgreement(new ECPublicKeyParameters(point, secret.Parameters)));
    }

    private static byte[] Derive(DerObjectIdentifier hash, byte[] agreed, AlgorithmIdentifier wrap, byte[]? material)
    {
        var length = LengthOf(wrap.Algorithm);
        var bits = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bits, length * 8);
        var key = new byte[length];
        var derivation = new Kdf2BytesGenerator(DigestUtilities.GetDigest(hash));
        derivation.Init(new KdfParameters(agreed, SharedInfo(wrap, material, bits)));
        derivation.GenerateBytes(key, 0, key.Length);
        return key;
    }

    // ECC-CMS-SharedInfo, RFC 5753 section 7.2.
    private static byte[] SharedInfo(AlgorithmIdentifier wrap, byte[]? material, byte[] bits)
    {
        var fields = new Asn1EncodableVector(wrap);
        if (material is not null)
            fields.Add(new DerTaggedObject(true, 0, new DerOctetString(material)));
        fields.Add(new DerTaggedObject(true, 2, new DerOctetString(bits)));
        return new DerSequence(fields).GetDerEncoded();
    }

    private static int LengthOf(DerObjectIdentifier wrap)
    {
        if (wrap.Equals(NistObjectIdentifiers.IdAes256Wrap))
            return 32;
        return wrap.Equals(NistObjectIdentifiers.IdAes192Wrap) ? 24 : 16;
    }
}
