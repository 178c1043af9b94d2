using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms;

/// <summary>CMS by the framework's own package: keys stay in <see cref="X509Certificate2"/>, so those of a store or a hardware module work as well.</summary>
internal sealed class FrameworkCms : ICmsCryptography
{
    public byte[] Sign(byte[] content, CmsSigning signing) => WithKey(() => SignNow(content, signing));

    public byte[] Encrypt(byte[] content, IReadOnlyList<CmsTarget> targets) => WithKey(() => EncryptNow(content, targets));

    public byte[] Decrypt(byte[] message, IEnumerable<X509Certificate2> keys) => CmsDecryption.Decrypt(message, keys);

    public CmsSignatures Verify(byte[] message, byte[]? detachedContent) => CmsVerification.Verify(message, detachedContent);

    private static byte[] WithKey(Func<byte[]> use)
    {
        try
        {
            return use();
        }
        catch (CryptographicException exception)
        {
            throw new CmsException(CmsProblem.UnusableKey, exception);
        }
    }

    private static byte[] SignNow(byte[] content, CmsSigning signing)
    {
        using var key = signing.Certificate.GetRSAPrivateKey() ?? throw new CmsException(CmsProblem.UnsupportedAlgorithm);
        var padding = signing.Padding is SignaturePadding.Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signing.Certificate, key, padding)
        {
            DigestAlgorithm = new Oid(CmsOids.Sha256),
            // The default builds a chain with the system's roots and may download for it.
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(signing.Intermediates.ToArray());
        signer.SignedAttributes.Add(new Pkcs9SigningTime(signing.Time.UtcDateTime));
        var message = new SignedCms(new ContentInfo(content), detached: true);
        message.ComputeSignature(signer);
        return message.Encode();
    }

    private static byte[] EncryptNow(byte[] content, IReadOnlyList<CmsTarget> targets)
    {
        var message = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new Oid(CmsOids.Aes256Cbc)));
        var recipients = new CmsRecipientCollection();
        foreach (var target in targets)
            recipients.Add(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, target.Certificate, PaddingOf(target.Transport)));
        message.Encrypt(recipients);
        return message.Encode();
    }

    private static RSAEncryptionPadding PaddingOf(KeyTransport transport) =>
        transport is KeyTransport.Oaep ? RSAEncryptionPadding.OaepSHA256 : RSAEncryptionPadding.Pkcs1;
}
