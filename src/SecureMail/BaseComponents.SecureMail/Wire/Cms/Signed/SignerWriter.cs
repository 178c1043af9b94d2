using System.Formats.Asn1;

namespace BaseComponents.SecureMail.Wire.Cms.Signed;

/// <summary>What follows the content of SignedData: certificates and the one signer (RFC 5652 sections 5.1 and 5.3).</summary>
internal static class SignerWriter
{
    private const byte ImplicitAttributes = 0xA0;

    /// <exception cref="CmsException">The key does not sign.</exception>
    public static void Write(AsnWriter writer, CmsSigning signing, SignatureScheme scheme, byte[] digest)
    {
        using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var certificate in signing.Intermediates.Prepend(signing.Certificate).DistinctBy(certificate => certificate.Thumbprint))
                writer.WriteEncodedValue(certificate.RawDataMemory.Span);
        }

        using (writer.PushSetOf())
            WriteSigner(writer, signing, scheme, digest);
    }

    private static void WriteSigner(AsnWriter writer, CmsSigning signing, SignatureScheme scheme, byte[] digest)
    {
        var attributes = SignedAttributeWriter.Write(signing, scheme, digest);
        var signature = scheme.Sign(signing.Certificate, attributes);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            CertificateReference.Write(writer, signing.Certificate);
            scheme.Digest.Write(writer);
            // Signed with the tag of a set, sent with that of the field.
            attributes[0] = ImplicitAttributes;
            writer.WriteEncodedValue(attributes);
            scheme.Algorithm.Write(writer);
            writer.WriteOctetString(signature);
        }
    }
}
