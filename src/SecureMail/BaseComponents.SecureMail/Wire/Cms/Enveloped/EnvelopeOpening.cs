using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// Opens an envelope whose source is read once: the ciphertext is put aside, the tag is checked over all of it, and only then plain text is handed out (RFC 8551 section 6:
/// nothing is acted on before). That takes constant memory. Whether the key, the padding or the content was wrong is one and the same answer: the difference would be an oracle.
/// </summary>
internal static class EnvelopeOpening
{
    /// <param name="source">The message, read to its end.</param>
    /// <param name="keys">Certificates with private keys. Each opens the entry that names it first, no other.</param>
    /// <param name="seen">Gets to know the envelope before it is opened.</param>
    /// <exception cref="CmsException">No key fits or the content was changed, another algorithm, or a broken message.</exception>
    public static OpenedContent Open(Stream source, IEnumerable<X509Certificate2> keys, Action<Envelope>? seen = null)
    {
        var encrypted = new CipherSpool();
        try
        {
            var envelope = EnvelopeReader.Read(source, encrypted);
            seen?.Invoke(envelope);
            var plain = keys.Select(key => Open(encrypted, envelope, key)).FirstOrDefault(opened => opened is not null) ?? throw new CmsException(CmsProblem.NoKey);
            return new OpenedContent(plain, envelope.Cipher.IsAuthenticated, encrypted);
        }
        catch (Exception exception)
        {
            encrypted.Dispose();
            if (exception is AsnContentException)
                throw new CmsException(CmsProblem.Malformed, exception);
            throw;
        }
    }

    private static IOctets? Open(CipherSpool encrypted, Envelope envelope, X509Certificate2 certificate)
    {
        if (ContentKey(envelope, certificate) is not { } key)
            return null;
        try
        {
            return envelope.Decrypt(encrypted, key);
        }
        catch (CmsException exception) when (exception.Problem is CmsProblem.NoKey)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[]? ContentKey(Envelope envelope, X509Certificate2 certificate)
    {
        try
        {
            var key = envelope.Recipients.FirstOrDefault(recipient => recipient.Reference.Names(certificate))?.Unwrap(certificate, envelope.Cipher.KeyLength);
            return key?.Length == envelope.Cipher.KeyLength ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
