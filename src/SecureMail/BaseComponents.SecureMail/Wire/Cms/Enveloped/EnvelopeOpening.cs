using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>
/// Opens an envelope in two passes over a source that can be read again: the first decrypts everything, keeps nothing and checks the tag; only then the
/// second hands plain text out (RFC 8551 section 6: nothing is acted on before). Both take constant memory. Whether the key, the padding or the content was wrong is
/// one and the same answer: the difference would be an oracle.
/// </summary>
internal static class EnvelopeOpening
{
    /// <param name="source">The message, from its beginning; it is read until the plain text has been.</param>
    /// <param name="keys">Certificates with private keys. Each opens the entry that names it first, no other.</param>
    /// <exception cref="CmsException">No key fits or the content was changed, another algorithm, or a broken message.</exception>
    public static OpenedContent Open(Stream source, IEnumerable<X509Certificate2> keys)
    {
        source.Position = 0;
        var envelope = EnvelopeReader.Read(source);
        try
        {
            return keys.Select(key => Open(source, envelope, key)).FirstOrDefault(opened => opened is not null) ?? throw new CmsException(CmsProblem.NoKey);
        }
        catch (AsnContentException exception)
        {
            throw new CmsException(CmsProblem.Malformed, exception);
        }
    }

    private static OpenedContent? Open(Stream source, Envelope envelope, X509Certificate2 certificate)
    {
        if (ContentKey(envelope, certificate) is not { } key)
            return null;
        try
        {
            using (var check = new DecryptedSource(source, envelope, key))
                check.Check();
            return new OpenedContent(new DecryptedSource(source, envelope, key), envelope.Cipher.IsAuthenticated);
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
