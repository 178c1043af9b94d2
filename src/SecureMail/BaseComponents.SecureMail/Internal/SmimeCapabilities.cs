using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What a certificate says its holder's program can read (smimeCapabilities extension, RFC 4262).</summary>
internal sealed record SmimeCapabilities(KeyTransport KeyTransport, ContentEncryption ContentEncryption)
{
    private const string Extension = "1.2.840.113549.1.9.15";
    private const string RsaesOaep = "1.2.840.113549.1.1.7";
    private const string Aes256Gcm = "2.16.840.1.101.3.4.1.46";

    /// <summary>Null where the certificate says nothing.</summary>
    public static SmimeCapabilities? Of(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Extension);
        if (extension is null)
            return null;
        var algorithms = Algorithms(extension.RawData);
        return new SmimeCapabilities(
            algorithms.Contains(RsaesOaep) ? KeyTransport.Oaep : KeyTransport.Pkcs1,
            algorithms.Contains(Aes256Gcm) ? ContentEncryption.Gcm : ContentEncryption.Cbc);
    }

    private static List<string> Algorithms(byte[] capabilities)
    {
        var algorithms = new List<string>();
        try
        {
            var reader = new AsnReader(capabilities, AsnEncodingRules.DER).ReadSequence();
            while (reader.HasData)
                algorithms.Add(reader.ReadSequence().ReadObjectIdentifier());
        }
        catch (AsnContentException)
        {
            // An extension that cannot be read says nothing good about the reader behind it: the oldest algorithms are used.
            algorithms.Clear();
        }

        return algorithms;
    }
}
