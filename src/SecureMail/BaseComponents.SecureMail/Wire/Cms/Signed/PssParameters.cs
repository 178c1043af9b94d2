using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Parameters of RSASSA-PSS (RFC 4055 section 3.1, RFC 4056). What is left out is SHA-1 with a salt of 20 octets.</summary>
internal sealed record PssParameters(string Hash, string MaskHash, int SaltLength)
{
    private const int MaxSaltLength = 1024;

    public static PssParameters Read(ReadOnlyMemory<byte> parameters)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.BER);
        var fields = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var hash = Field(fields, 0) is { } first ? HashNames.Read(first) : CmsOids.Sha1;
        var mask = Field(fields, 1) is { } second ? HashNames.ReadMask(second) : CmsOids.Sha1;
        var salt = Field(fields, 2) is { } third ? ReadNumber(third) : 20;
        var trailer = Field(fields, 3) is { } fourth ? ReadNumber(fourth) : 1;
        fields.ThrowIfNotEmpty();
        return salt is >= 0 and <= MaxSaltLength && trailer == 1 ? new PssParameters(hash, mask, salt) : throw new CmsException(CmsProblem.UnsupportedAlgorithm);
    }

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Tag(0)))
                AlgorithmIdentifier.WithNull(Hash).Write(writer);
            using (writer.PushSequence(Tag(1)))
                HashNames.WriteMask(writer, MaskHash);
            using (writer.PushSequence(Tag(2)))
                writer.WriteInteger(SaltLength);
        }

        return writer.Encode();
    }

    private static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number);

    private static AsnReader? Field(AsnReader fields, int number) =>
        fields.HasData && fields.PeekTag().HasSameClassAndValue(Tag(number)) ? fields.ReadSequence(Tag(number)) : null;

    private static int ReadNumber(AsnReader field) => field.TryReadInt32(out var number) ? number : throw new CmsException(CmsProblem.Malformed);
}
