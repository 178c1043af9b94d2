using System.Formats.Asn1;
using BaseComponents.SecureMail.Wire.Cms.Ber;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Reads an envelope in one pass, puts the encrypted octets aside, and sees that it is whole.</summary>
internal static class EnvelopeReader
{
    private const int Piece = 64 * 1024;

    public static Envelope Read(Stream source, CipherSpool encrypted)
    {
        try
        {
            return ReadContentInfo(new BerReader(source), encrypted);
        }
        catch (AsnContentException exception)
        {
            throw new CmsException(CmsProblem.Malformed, exception);
        }
    }

    private static Envelope ReadContentInfo(BerReader reader, CipherSpool encrypted)
    {
        reader.Enter(BerTag.Sequence);
        var isAuthenticated = reader.ReadOid() switch
        {
            CmsOids.AuthEnvelopedData => true,
            CmsOids.EnvelopedData => false,
            _ => throw new CmsException(CmsProblem.UnsupportedAlgorithm),
        };
        reader.Enter(BerTag.Explicit(0));
        reader.Enter(BerTag.Sequence);
        var envelope = ReadEnvelope(reader, isAuthenticated, encrypted);
        for (var container = 0; container < 3; container++)
            reader.Leave();
        return reader.HasMore ? throw BerReader.Malformed() : envelope;
    }

    private static Envelope ReadEnvelope(BerReader reader, bool isAuthenticated, CipherSpool encrypted)
    {
        var version = reader.ReadSmallInteger();
        if (isAuthenticated ? version != 0 : version is not (0 or 2 or 3 or 4))
            throw BerReader.Malformed();
        // Certificates of the originator: nothing here is believed because of them.
        if (reader.PeekTag() == BerTag.Explicit(0))
            reader.ReadElement(BerTag.Explicit(0));
        var recipients = RecipientReader.Read(reader.ReadElement(BerTag.Set));
        reader.Enter(BerTag.Sequence);
        var (cipher, algorithm, isDerived) = ReadCipher(reader, isAuthenticated);
        new BerOctetSource(reader, BerTag.Implicit(0)).CopyTo(encrypted, Piece);
        reader.Leave();
        var attributes = isAuthenticated ? ReadAttributes(reader) : null;
        var tag = isAuthenticated ? new AsnReader(reader.ReadElement(BerTag.OctetString, 64), AsnEncodingRules.BER).ReadOctetString() : [];
        var unprotected = BerTag.Explicit(isAuthenticated ? 2 : 1);
        if (reader.PeekTag() == unprotected)
            reader.ReadElement(unprotected);
        return new Envelope(cipher, algorithm.Parameters, recipients, attributes, tag) { DerivationInfo = isDerived ? algorithm.Encode() : null };
    }

    private static (ContentCipher Cipher, AlgorithmIdentifier Algorithm, bool IsDerived) ReadCipher(BerReader reader, bool isAuthenticated)
    {
        // Inside another type (signed, enveloped) the meaning of the attributes changes; mail always puts data here (RFC 8551 section 3.3).
        if (reader.ReadOid() != CmsOids.Data)
            throw BerReader.Malformed();
        var algorithm = AlgorithmIdentifier.Read(reader.ReadElement(BerTag.Sequence));
        var isDerived = algorithm.Oid == DerivedKey.Oid;
        if (isDerived)
            algorithm = AlgorithmIdentifier.Read(algorithm.Parameters.ToArray());
        // A cipher with a tag in an envelope without one, or the other way round, is not what RFC 5083 and RFC 5084 describe.
        return ContentCipher.Find(algorithm.Oid) is { } cipher && cipher.IsAuthenticated == isAuthenticated ? (cipher, algorithm, isDerived) : throw new CmsException(CmsProblem.UnsupportedAlgorithm);
    }

    // RFC 5083 section 2.2: the tag covers the DER of the set, whose own tag stands in place of the field's.
    private static byte[]? ReadAttributes(BerReader reader)
    {
        var field = BerTag.Explicit(1);
        if (reader.PeekTag() != field)
            return null;
        var attributes = reader.ReadElement(field);
        attributes[0] = BerTag.Set;
        new AsnReader(attributes, AsnEncodingRules.DER).ReadSetOf();
        return attributes;
    }
}
