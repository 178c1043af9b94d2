using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CmsSigner = System.Security.Cryptography.Pkcs.CmsSigner;

namespace BaseComponents.Tests.SecureMail.TimeStamps;

/// <summary>Makes time stamps (RFC 3161), also those that no honest service makes.</summary>
internal static class TimeStamper
{
    private const string Info = "1.2.840.113549.1.9.16.1.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public static byte[] Stamp(byte[] data, X509Certificate2 by, DateTimeOffset time, string imprint = "2.16.840.1.101.3.4.2.1", string type = Info, X509Certificate2? named = null, bool namesItself = true) =>
        Sign(Content(data, time, imprint), by, namesItself ? named ?? by : null, type);

    /// <summary>Signs what a stamp says; the signature names a certificate, as RFC 5816 demands, or none.</summary>
    public static byte[] Sign(byte[] info, X509Certificate2 by, X509Certificate2? named, string type = Info)
    {
        var message = new SignedCms(new ContentInfo(new Oid(type), info));
        var signer = new CmsSigner(by) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") };
        if (named is not null)
            signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, Name(named)));
        message.ComputeSignature(signer);
        return message.Encode();
    }

    /// <summary>The message with a time stamp over the value of its first signature.</summary>
    public static byte[] Add(byte[] signedData, Func<byte[], byte[]> stamp)
    {
        var message = new SignedCms();
        message.Decode(signedData);
        message.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData("1.2.840.113549.1.9.16.2.14", stamp(message.SignerInfos[0].GetSignature())));
        return message.Encode();
    }

    private static byte[] Content(byte[] data, DateTimeOffset time, string imprint)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(imprint);
                writer.WriteOctetString(imprint == "1.3.14.3.2.26" ? CryptographicOperations.HashData(HashAlgorithmName.SHA1, data) : SHA256.HashData(data));
            }

            writer.WriteInteger(4711);
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }

        return writer.Encode();
    }

    private static byte[] Name(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
