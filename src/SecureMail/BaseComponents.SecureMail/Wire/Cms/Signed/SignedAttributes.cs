using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>The signed attributes of one signer.</summary>
internal sealed class SignedAttributes
{
    private const int MaxAttributes = 64;
    private readonly List<(string Type, AsnReader Values)> _all = [];

    private SignedAttributes(byte[] encoded) => Encoded = encoded;

    /// <summary>The DER of the set: what the signature is over, however it was sent (RFC 5652 section 5.4).</summary>
    public byte[] Encoded { get; }

    public static SignedAttributes Read(AsnReader set)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var values = new List<ReadOnlyMemory<byte>>();
        using (writer.PushSetOf())
        {
            while (set.HasData && values.Count <= MaxAttributes)
            {
                // RFC 5652 section 5.3: attributes are in DER whatever the message around them is in.
                values.Add(new AsnReader(set.ReadEncodedValue(), AsnEncodingRules.DER).ReadEncodedValue());
                writer.WriteEncodedValue(values[^1].Span);
            }
        }

        var attributes = values.Count <= MaxAttributes ? new SignedAttributes(writer.Encode()) : throw new CmsException(CmsProblem.Malformed);
        foreach (var value in values)
            attributes.Add(new AsnReader(value, AsnEncodingRules.DER).ReadSequence());
        return attributes;
    }

    public bool Has(string type) => _all.Exists(attribute => attribute.Type == type);

    /// <summary>The attribute's only value. Null where it is missing, given twice or has several: then it says nothing for sure.</summary>
    public T? Find<T>(string type, Func<AsnReader, T> read)
    {
        var found = _all.FindAll(attribute => attribute.Type == type);
        if (found is not [{ Values: { HasData: true } values }])
            return default;
        var copy = values.Clone();
        var value = read(copy);
        return copy.HasData ? default : value;
    }

    private void Add(AsnReader attribute)
    {
        _all.Add((attribute.ReadObjectIdentifier(), attribute.ReadSetOf(skipSortOrderValidation: true)));
        attribute.ThrowIfNotEmpty();
    }
}
