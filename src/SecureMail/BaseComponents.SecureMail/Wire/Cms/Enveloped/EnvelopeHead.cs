using System.Formats.Asn1;
using BaseComponents.SecureMail.Wire.Cms.Ber;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>Everything of an envelope that stands in front of the encrypted octets, with the lengths of the containers where they are known.</summary>
internal sealed class EnvelopeHead
{
    /// <summary>ContentInfo, its content, the envelope, and the description of the encrypted content.</summary>
    public const int Containers = 4;

    private const int Block = 16;
    private const byte Version = 0x02;
    private readonly byte[] _type;
    private readonly byte[] _version;
    private readonly byte[] _recipients;
    private readonly byte[] _content;
    private readonly long? _contentInfoLength;
    private readonly long? _envelopeLength;

    public EnvelopeHead(ContentCipher cipher, byte[] recipients, byte[] parameters, long? contentLength)
    {
        _type = Encode(writer => writer.WriteObjectIdentifier(cipher.IsAuthenticated ? CmsOids.AuthEnvelopedData : CmsOids.EnvelopedData));
        _recipients = recipients;
        _version = [Version, 1, VersionOf(cipher, recipients)];
        _content = [.. Encode(writer => writer.WriteObjectIdentifier(CmsOids.Data)), .. new AlgorithmIdentifier(cipher.Oid, parameters).Encode()];
        EncryptedLength = cipher.IsAuthenticated ? contentLength : ((contentLength / Block) + 1) * Block;
        var tag = cipher.IsAuthenticated ? 2 + GcmParameters.FullTagLength : 0;
        _contentInfoLength = _content.Length + BerWriter.ElementLength(EncryptedLength);
        _envelopeLength = _version.Length + _recipients.Length + tag + BerWriter.ElementLength(_contentInfoLength);
    }

    public long? EncryptedLength { get; }

    public void Write(BerWriter writer)
    {
        var wrapped = BerWriter.ElementLength(_envelopeLength);
        writer.Begin(BerTag.Sequence, _type.Length + BerWriter.ElementLength(wrapped));
        writer.WriteElement(_type);
        writer.Begin(BerTag.Explicit(0), wrapped);
        writer.Begin(BerTag.Sequence, _envelopeLength);
        writer.WriteElement(_version);
        writer.WriteElement(_recipients);
        writer.Begin(BerTag.Sequence, _contentInfoLength);
        writer.WriteElement(_content);
    }

    // RFC 5652 section 6.1: 2 as soon as somebody's key is agreed on; RFC 5083 section 2.1: always 0.
    private static byte VersionOf(ContentCipher cipher, byte[] recipients)
    {
        var all = new AsnReader(recipients, AsnEncodingRules.DER).ReadSetOf();
        var hasAgreement = false;
        while (all.HasData)
        {
            hasAgreement |= all.PeekTag().TagClass is TagClass.ContextSpecific;
            all.ReadEncodedValue();
        }

        return hasAgreement && !cipher.IsAuthenticated ? (byte)2 : (byte)0;
    }

    private static byte[] Encode(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }
}
