namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>What an envelope says about itself; none of it is believed before the content has been checked.</summary>
/// <param name="Cipher">What encrypted the content.</param>
/// <param name="Parameters">Its parameters, encoded.</param>
/// <param name="Recipients">Those whose key could be ours.</param>
/// <param name="ContentOffset">Where the encrypted octets begin.</param>
/// <param name="AssociatedData">Attributes that the tag covers as well.</param>
/// <param name="Tag">The authentication tag, or nothing.</param>
internal sealed record Envelope(
    ContentCipher Cipher, ReadOnlyMemory<byte> Parameters, IReadOnlyList<RecipientEntry> Recipients, long ContentOffset, byte[]? AssociatedData, byte[] Tag)
{
    /// <summary>A cipher with the key, ready for the content.</summary>
    public IContentTransform Decryptor(byte[] key) => Cipher.IsAuthenticated
        ? new GcmTransform(false, key, Gcm(), AssociatedData)
        : new CbcTransform(false, key, InitialVector());

    private GcmParameters Gcm()
    {
        var gcm = GcmParameters.Read(Parameters);
        return gcm.TagLength == Tag.Length ? gcm : throw new CmsException(CmsProblem.Malformed);
    }

    private byte[] InitialVector()
    {
        var vector = new System.Formats.Asn1.AsnReader(Parameters, System.Formats.Asn1.AsnEncodingRules.BER).ReadOctetString();
        return vector.Length == 16 ? vector : throw new CmsException(CmsProblem.Malformed);
    }
}
