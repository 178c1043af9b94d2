using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>
/// Opens EnvelopedData. Whether the key, the padding or the content was wrong is one and the same answer: the difference would be an oracle.
/// </summary>
internal static class CmsDecryption
{
    private const int MaxRecipients = 1000;
    private static readonly string[] _ciphers = [CmsOids.Aes128Cbc, CmsOids.Aes192Cbc, CmsOids.Aes256Cbc];

    public static byte[] Decrypt(byte[] message, IEnumerable<X509Certificate2> keys)
    {
        if (CmsContentType.Of(message) is CmsOids.AuthEnvelopedData)
            throw new CmsException(CmsProblem.UnsupportedAlgorithm);
        var envelope = Decode(message);
        if (!_ciphers.Contains(envelope.ContentEncryptionAlgorithm.Oid.Value))
            throw new CmsException(CmsProblem.UnsupportedAlgorithm);
        if (envelope.RecipientInfos.Count > MaxRecipients)
            throw new CmsException(CmsProblem.Malformed);
        foreach (var key in keys)
        {
            if (envelope.RecipientInfos.Cast<RecipientInfo>().FirstOrDefault(recipient => IsFor(recipient, key)) is { } mine)
                return Open(envelope, mine, key);
        }

        throw new CmsException(CmsProblem.NoKey);
    }

    private static EnvelopedCms Decode(byte[] message)
    {
        var envelope = new EnvelopedCms();
        try
        {
            envelope.Decode(message);
            return envelope;
        }
        catch (CryptographicException exception)
        {
            throw new CmsException(CmsProblem.Malformed, exception);
        }
    }

    private static byte[] Open(EnvelopedCms envelope, RecipientInfo recipient, X509Certificate2 certificate)
    {
        try
        {
            using var key = certificate.GetRSAPrivateKey() ?? throw new CmsException(CmsProblem.NoKey);
            envelope.Decrypt(recipient, key);
        }
        catch (CryptographicException)
        {
            throw new CmsException(CmsProblem.NoKey);
        }

        return envelope.ContentInfo.ContentType.Value == CmsOids.Data
            ? envelope.ContentInfo.Content
            : throw new CmsException(CmsProblem.Malformed);
    }

    private static bool IsFor(RecipientInfo recipient, X509Certificate2 certificate) => recipient.RecipientIdentifier.Value switch
    {
        X509IssuerSerial serial => IsSame(serial, certificate),
        string keyIdentifier => certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>()
            .Any(extension => string.Equals(extension.SubjectKeyIdentifier, keyIdentifier, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool IsSame(X509IssuerSerial serial, X509Certificate2 certificate) =>
        string.Equals(serial.SerialNumber, certificate.SerialNumber, StringComparison.OrdinalIgnoreCase)
        && serial.IssuerName == certificate.IssuerName.Name;
}
