using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>The key that wraps the content key, derived from an agreed secret (RFC 5753 section 7.2, SEC 1 section 3.6.1).</summary>
internal static class WrappingKey
{
    public static byte[] Derive(ECDiffieHellman own, ECDiffieHellmanPublicKey other, HashAlgorithmName hash, AlgorithmIdentifier wrap, int length, byte[]? userMaterial)
    {
        var key = new byte[length];
        var info = SharedInfo(wrap, length, userMaterial);
        var hashLength = CmsHash.LengthOf(hash);
        for (var (counter, filled) = (1, 0); filled < length; counter++, filled += hashLength)
        {
            BinaryPrimitives.WriteInt32BigEndian(info, counter);
            var part = own.DeriveKeyFromHash(other, hash, null, info);
            part.AsSpan(0, Math.Min(part.Length, length - filled)).CopyTo(key.AsSpan(filled));
            CryptographicOperations.ZeroMemory(part);
        }

        return key;
    }

    /// <summary>From a secret that BouncyCastle agreed on.</summary>
    public static byte[] Derive(byte[] secret, KeyDerivation derivation, AlgorithmIdentifier wrap, int length, byte[]? userMaterial)
    {
        var info = SharedInfo(wrap, length, userMaterial);
        if (derivation.IsHkdf)
            return HKDF.DeriveKey(derivation.Hash, secret, length, salt: null, info[sizeof(int)..]);
        // The shortest hash is as long as the longest key, so that one round is enough.
        BinaryPrimitives.WriteInt32BigEndian(info, 1);
        var derived = CryptographicOperations.HashData(derivation.Hash, [.. secret, .. info]);
        var key = derived[..length];
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }

    // Four octets for the counter, then ECC-CMS-SharedInfo (which is all of it for HKDF, RFC 8418 section 2.2).
    private static byte[] SharedInfo(AlgorithmIdentifier wrap, int keyLength, byte[]? userMaterial)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            wrap.Write(writer);
            if (userMaterial is not null)
                WriteExplicit(writer, 0, userMaterial);
            var bits = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(bits, keyLength * 8);
            WriteExplicit(writer, 2, bits);
        }

        return [0, 0, 0, 0, .. writer.Encode()];
    }

    private static void WriteExplicit(AsnWriter writer, int number, byte[] octets)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, number)))
            writer.WriteOctetString(octets);
    }
}
