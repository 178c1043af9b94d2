using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Reads the set of recipients (RFC 5652 section 6.2). Kinds that no certificate belongs to (passwords, shared keys) are passed over.</summary>
internal static class RecipientReader
{
    private const int MaxRecipients = 1000;
    private static readonly Asn1Tag _agreement = new(TagClass.ContextSpecific, 1);

    public static IReadOnlyList<RecipientEntry> Read(byte[] recipients)
    {
        var reader = new AsnReader(recipients, AsnEncodingRules.BER);
        var all = reader.ReadSetOf(skipSortOrderValidation: true);
        var entries = new List<RecipientEntry>();
        while (all.HasData)
        {
            if (all.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
                entries.Add(ReadTransport(all.ReadSequence()));
            else if (all.PeekTag().HasSameClassAndValue(_agreement))
                entries.AddRange(KeyAgreementReader.Read(all.ReadSequence(_agreement)));
            else
                all.ReadEncodedValue();
            if (entries.Count > MaxRecipients)
                throw new CmsException(CmsProblem.Malformed);
        }

        return entries;
    }

    private static KeyTransportEntry ReadTransport(AsnReader fields)
    {
        if (!fields.TryReadInt32(out var version))
            throw new CmsException(CmsProblem.Malformed);
        var entry = new KeyTransportEntry(CertificateReference.Read(fields), AlgorithmIdentifier.Read(fields), fields.ReadOctetString());
        fields.ThrowIfNotEmpty();
        return version == (entry.Reference.Issuer.IsEmpty ? 2 : 0) ? entry : throw new CmsException(CmsProblem.Malformed);
    }
}
