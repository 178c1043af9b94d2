using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>Mail addresses in a certificate: the rfc822Name entries of its subject alternative name (RFC 5280 section 4.2.1.6).</summary>
internal static class SubjectAlternativeMail
{
    private const string SubjectAlternativeName = "2.5.29.17";
    private static readonly Asn1Tag _rfc822Name = new(TagClass.ContextSpecific, 1);

    public static bool Contains(X509Certificate2 certificate, string address) =>
        Of(certificate).Any(found => MailAddressSyntax.AreSame(found, address));

    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        try
        {
            return [.. certificate.Extensions.Where(extension => extension.Oid?.Value == SubjectAlternativeName).SelectMany(extension => Read(extension.RawData))];
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException)
        {
            // A broken certificate names nobody, so it belongs to no address.
            return [];
        }
    }

    private static List<string> Read(byte[] names)
    {
        var addresses = new List<string>();
        var reader = new AsnReader(names, AsnEncodingRules.DER).ReadSequence();
        while (reader.HasData)
        {
            if (reader.PeekTag().HasSameClassAndValue(_rfc822Name))
                addresses.Add(reader.ReadCharacterString(UniversalTagNumber.IA5String, _rfc822Name));
            else
                reader.ReadEncodedValue();
        }

        return addresses;
    }
}
