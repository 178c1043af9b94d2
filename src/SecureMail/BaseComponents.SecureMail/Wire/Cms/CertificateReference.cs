using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>How a message names a certificate: issuer and serial number, or the subject key identifier (RFC 5652 sections 5.3 and 6.2.1).</summary>
internal sealed record CertificateReference(ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> Serial, ReadOnlyMemory<byte> KeyIdentifier)
{
    private static readonly Asn1Tag _keyIdentifier = new(TagClass.ContextSpecific, 0);

    public static CertificateReference Read(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(_keyIdentifier)
        ? new CertificateReference(default, default, reader.ReadOctetString(_keyIdentifier))
        : ReadIssuerAndSerial(reader);

    /// <summary>The form of key agreement, where the identifier stands in a sequence.</summary>
    public static CertificateReference ReadOfAgreement(AsnReader reader)
    {
        if (!reader.PeekTag().HasSameClassAndValue(_keyIdentifier))
            return ReadIssuerAndSerial(reader);
        var fields = reader.ReadSequence(_keyIdentifier);
        return new CertificateReference(default, default, fields.ReadOctetString());
    }

    public static void Write(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
    }

    public bool Names(X509Certificate2 certificate) => Issuer.IsEmpty
        ? certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any(extension => extension.SubjectKeyIdentifierBytes.Span.SequenceEqual(KeyIdentifier.Span))
        : certificate.SerialNumberBytes.Span.SequenceEqual(Serial.Span) && certificate.IssuerName.RawData.AsSpan().SequenceEqual(Issuer.Span);

    private static CertificateReference ReadIssuerAndSerial(AsnReader reader)
    {
        var fields = reader.ReadSequence();
        var reference = new CertificateReference(fields.ReadEncodedValue(), fields.ReadIntegerBytes(), default);
        fields.ThrowIfNotEmpty();
        return reference;
    }
}
