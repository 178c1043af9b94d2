using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>An algorithm and its parameters, still encoded (RFC 5280 section 4.1.1.2).</summary>
internal readonly record struct AlgorithmIdentifier(string Oid, ReadOnlyMemory<byte> Parameters)
{
    private static ReadOnlySpan<byte> Null => [0x05, 0x00];

    /// <summary>Absent and NULL mean the same to readers; writers differ (RFC 5754 section 2, RFC 4055 section 2.1).</summary>
    public bool HasNoParameters => Parameters.IsEmpty || Parameters.Span.SequenceEqual(Null);

    public static AlgorithmIdentifier Read(AsnReader reader, Asn1Tag? tag = null)
    {
        var fields = reader.ReadSequence(tag);
        var oid = fields.ReadObjectIdentifier();
        var parameters = fields.HasData ? fields.ReadEncodedValue() : default;
        fields.ThrowIfNotEmpty();
        return new AlgorithmIdentifier(oid, parameters);
    }

    public static AlgorithmIdentifier Read(byte[] encoded)
    {
        var reader = new AsnReader(encoded, AsnEncodingRules.BER);
        var algorithm = Read(reader);
        reader.ThrowIfNotEmpty();
        return algorithm;
    }

    public static AlgorithmIdentifier WithNull(string oid) => new(oid, Null.ToArray());

    public static AlgorithmIdentifier Alone(string oid) => new(oid, default);

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        Write(writer);
        return writer.Encode();
    }

    public void Write(AsnWriter writer, Asn1Tag? tag = null)
    {
        using (writer.PushSequence(tag))
        {
            writer.WriteObjectIdentifier(Oid);
            if (!Parameters.IsEmpty)
                writer.WriteEncodedValue(Parameters.Span);
        }
    }

    public bool IsSame(AlgorithmIdentifier other) => Oid == other.Oid && Parameters.Span.SequenceEqual(other.Parameters.Span);
}
