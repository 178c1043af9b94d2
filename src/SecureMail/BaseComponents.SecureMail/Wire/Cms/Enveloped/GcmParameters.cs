using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Nonce and length of the authentication tag (RFC 5084 section 3.2).</summary>
internal sealed record GcmParameters(byte[] Nonce, int TagLength)
{
    public const int FullTagLength = 16;
    public const int NonceLength = 12;

    // The default of the specification. What is the default may be left out, so the full length is written.
    private const int DefaultTagLength = 12;

    public static GcmParameters Read(ReadOnlyMemory<byte> parameters)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.BER);
        var fields = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var nonce = fields.ReadOctetString();
        var tagLength = DefaultTagLength;
        if (fields.HasData && !fields.TryReadInt32(out tagLength))
            throw new CmsException(CmsProblem.Malformed);
        fields.ThrowIfNotEmpty();
        return nonce.Length is >= NonceLength and <= 16 && tagLength is >= DefaultTagLength and <= FullTagLength
            ? new GcmParameters(nonce, tagLength)
            : throw new CmsException(CmsProblem.UnsupportedAlgorithm);
    }

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteOctetString(Nonce);
            writer.WriteInteger(TagLength);
        }

        return writer.Encode();
    }
}
