using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Parameters of RSAES-OAEP (RFC 4055 section 4.1): hash, hash of the mask, and label. What is left out is SHA-1 and no label.</summary>
internal sealed record OaepParameters(string Hash, string MaskHash, ReadOnlyMemory<byte> Label)
{
    private static readonly Asn1Tag _hash = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag _mask = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag _label = new(TagClass.ContextSpecific, 2);

    public static OaepParameters Sha256 { get; } = new(CmsOids.Sha256, CmsOids.Sha256, default);

    public static OaepParameters Read(ReadOnlyMemory<byte> parameters)
    {
        if (parameters.IsEmpty)
            return new OaepParameters(CmsOids.Sha1, CmsOids.Sha1, default);
        var reader = new AsnReader(parameters, AsnEncodingRules.BER);
        var fields = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var read = new OaepParameters(
            Optional(fields, _hash, HashNames.Read) ?? CmsOids.Sha1, Optional(fields, _mask, HashNames.ReadMask) ?? CmsOids.Sha1, Optional(fields, _label, ReadLabel) ?? []);
        fields.ThrowIfNotEmpty();
        return read;
    }

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(_hash))
                AlgorithmIdentifier.WithNull(Hash).Write(writer);
            using (writer.PushSequence(_mask))
                HashNames.WriteMask(writer, MaskHash);
        }

        return writer.Encode();
    }

    private static T? Optional<T>(AsnReader fields, Asn1Tag tag, Func<AsnReader, T> read)
        where T : class
    {
        if (!fields.HasData || !fields.PeekTag().HasSameClassAndValue(tag))
            return null;
        var field = fields.ReadSequence(tag);
        var value = read(field);
        field.ThrowIfNotEmpty();
        return value;
    }

    private static byte[] ReadLabel(AsnReader reader)
    {
        var source = AlgorithmIdentifier.Read(reader);
        return source.Oid == CmsOids.PSpecified
            ? new AsnReader(source.Parameters, AsnEncodingRules.BER).ReadOctetString()
            : throw new CmsException(CmsProblem.UnsupportedAlgorithm);
    }
}
