using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What a certificate says its holder's program can read (smimeCapabilities extension, RFC 4262).</summary>
internal static class SmimeCapabilities
{
    private const string Extension = "1.2.840.113549.1.9.15";
    private const string RsaesOaep = "1.2.840.113549.1.1.7";

    /// <summary>Null where the certificate says nothing.</summary>
    public static KeyTransport? KeyTransportOf(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Extension);
        if (extension is null)
            return null;
        return Algorithms(extension.RawData).Contains(RsaesOaep) ? KeyTransport.Oaep : KeyTransport.Pkcs1;
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
            // An extension that cannot be read says nothing good about the reader behind it: the oldest transport is used.
            algorithms.Clear();
        }

        return algorithms;
    }
}
