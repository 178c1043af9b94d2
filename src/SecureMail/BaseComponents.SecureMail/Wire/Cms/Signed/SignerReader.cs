using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>Reads the set of signers.</summary>
internal static class SignerReader
{
    private const int MaxSigners = 16;
    private static readonly Asn1Tag _attributes = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag _unsignedAttributes = new(TagClass.ContextSpecific, 1);

    public static IReadOnlyList<CmsSigner> Read(byte[] encoded)
    {
        var all = new AsnReader(encoded, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
        var signers = new List<CmsSigner>();
        while (all.HasData)
        {
            if (signers.Count == MaxSigners)
                throw new CmsException(CmsProblem.Malformed);
            signers.Add(ReadSigner(all.ReadSequence()));
        }

        return signers;
    }

    private static CmsSigner ReadSigner(AsnReader fields)
    {
        if (!fields.TryReadInt32(out _))
            throw new CmsException(CmsProblem.Malformed);
        var reference = CertificateReference.Read(fields);
        var digest = AlgorithmIdentifier.Read(fields);
        var attributes = fields.PeekTag().HasSameClassAndValue(_attributes)
            ? SignedAttributes.Read(fields.ReadSetOf(skipSortOrderValidation: true, _attributes))
            : null;
        var signer = new CmsSigner(reference, digest, attributes, AlgorithmIdentifier.Read(fields), fields.ReadOctetString());
        if (fields.HasData)
            fields.ReadSetOf(skipSortOrderValidation: true, _unsignedAttributes);
        fields.ThrowIfNotEmpty();
        return signer;
    }
}
