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
        var (algorithm, signature) = (AlgorithmIdentifier.Read(fields), fields.ReadOctetString());
        var timeStamp = fields.HasData ? FindTimeStamp(fields.ReadSetOf(skipSortOrderValidation: true, _unsignedAttributes)) : null;
        fields.ThrowIfNotEmpty();
        return new CmsSigner(reference, digest, attributes, algorithm, signature, timeStamp);
    }

    // Nothing protects them, so a second stamp beside the first, or nonsense, is no reason to doubt the signature.
    private static byte[]? FindTimeStamp(AsnReader attributes)
    {
        byte[]? found = null;
        while (attributes.HasData && found is null)
        {
            var attribute = attributes.ReadSequence();
            var isTimeStamp = attribute.ReadObjectIdentifier() == CmsOids.SignatureTimeStamp;
            var values = attribute.ReadSetOf(skipSortOrderValidation: true);
            if (isTimeStamp && values.HasData)
                found = values.ReadEncodedValue().ToArray();
        }

        return found;
    }
}
