using System.Formats.Asn1;
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
        var addresses = new List<string>();
        foreach (var extension in certificate.Extensions.Where(extension => extension.Oid?.Value == SubjectAlternativeName))
            Read(extension.RawData, addresses);
        return addresses;
    }

    private static void Read(byte[] names, List<string> addresses)
    {
        try
        {
            var reader = new AsnReader(names, AsnEncodingRules.DER).ReadSequence();
            while (reader.HasData)
            {
                if (reader.PeekTag().HasSameClassAndValue(_rfc822Name))
                    addresses.Add(reader.ReadCharacterString(UniversalTagNumber.IA5String, _rfc822Name));
                else
                    reader.ReadEncodedValue();
            }
        }
        catch (AsnContentException)
        {
            // A broken extension names nobody, so the certificate belongs to no address.
            addresses.Clear();
        }
    }
}
