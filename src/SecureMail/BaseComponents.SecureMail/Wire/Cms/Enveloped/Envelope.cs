using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using BcAes = Org.BouncyCastle.Crypto.AesUtilities;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>What an envelope says about itself; none of it is believed before the content has been checked.</summary>
/// <param name="Cipher">What encrypted the content.</param>
/// <param name="Parameters">Its parameters, encoded.</param>
/// <param name="Recipients">Those whose key could be ours.</param>
/// <param name="AssociatedData">Attributes that the tag covers as well.</param>
/// <param name="Tag">The authentication tag, or nothing.</param>
internal sealed record Envelope(ContentCipher Cipher, ReadOnlyMemory<byte> Parameters, IReadOnlyList<RecipientEntry> Recipients, byte[]? AssociatedData, byte[] Tag)
{
    private const int Piece = 64 * 1024;

    /// <summary>The content's algorithm, where the key is derived with it.</summary>
    public byte[]? DerivationInfo { get; init; }

    /// <summary>The plain text, after the tag over all of it was found right.</summary>
    /// <exception cref="CmsException">It was not, or the padding cannot be.</exception>
    public IOctets Decrypt(IOctets encrypted, byte[] key)
    {
        if (DerivationInfo is not { } info)
            return DecryptWith(encrypted, key);
        var derived = DerivedKey.From(key, info);
        try
        {
            return DecryptWith(encrypted, derived);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    private IOctets DecryptWith(IOctets encrypted, byte[] key)
    {
        if (!Cipher.IsAuthenticated)
            return new CbcOctets(encrypted, key, InitialVector());
        var parameters = GcmParameters.Read(Parameters);
        if (parameters.TagLength != Tag.Length)
            throw new CmsException(CmsProblem.Malformed);
        CheckTag(encrypted, key, parameters);
        return new CounterOctets(encrypted, new CounterMode(key, FirstBlock(key, parameters.Nonce)));
    }

    private void CheckTag(IOctets encrypted, byte[] key, GcmParameters parameters)
    {
        using var check = new GcmTransform(false, key, parameters, AssociatedData);
        var (input, plain) = (new byte[Piece], new byte[Piece + IContentTransform.Surplus]);
        for (long offset = 0; offset < encrypted.Length; offset += Piece)
        {
            var piece = input.AsSpan(0, (int)Math.Min(Piece, encrypted.Length - offset));
            encrypted.Read(offset, piece);
            check.Update(piece, plain);
        }

        check.Finish(plain.AsSpan(check.Update(Tag, plain)));
        CryptographicOperations.ZeroMemory(plain);
    }

    // The tag of nothing is the encrypted block that the counter starts from, whatever the length of the nonce (NIST SP 800-38D section 7.1).
    private static byte[] FirstBlock(byte[] key, byte[] nonce)
    {
        var ofNothing = new GcmBlockCipher(BcAes.CreateEngine());
        ofNothing.Init(true, new AeadParameters(new KeyParameter(key), GcmParameters.FullTagLength * 8, nonce));
        var tag = new byte[GcmParameters.FullTagLength];
        ofNothing.DoFinal(tag);
        using var aes = Aes.Create();
        aes.Key = key;
        var block = aes.DecryptEcb(tag, PaddingMode.None);
        var counter = block.AsSpan(block.Length - sizeof(uint));
        BinaryPrimitives.WriteUInt32BigEndian(counter, unchecked(BinaryPrimitives.ReadUInt32BigEndian(counter) + 1));
        return block;
    }

    private byte[] InitialVector()
    {
        var vector = new AsnReader(Parameters, AsnEncodingRules.BER).ReadOctetString();
        return vector.Length == 16 ? vector : throw new CmsException(CmsProblem.Malformed);
    }
}
