using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.Shared;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>
/// Keeps a mail that crosses the wire unencrypted as ciphertext while it lies in the outbox: AuthEnvelopedData (RFC 5083) for a key of our own. A database, its backups and its replicas never hold plain text.
/// </summary>
internal sealed class StorageKeys(SecureMailOptions options)
{
    private readonly IReadOnlyList<CertificateSource> _sources = [.. options.Outbox.StorageKeys.Select(key => key.ToSource())];

    public bool Exist => _sources.Count > 0;

    /// <exception cref="SecureMailException">The key cannot be loaded any more, or does not encrypt.</exception>
    public byte[] Seal(byte[] mail)
    {
        try
        {
            using var content = new MemoryStream(mail.Length + 2048);
            using var envelope = new EnvelopeWriter(content, ContentCipher.Aes256Gcm, [new CmsTarget(Newest(_sources[0]), KeyTransport.Oaep)]);
            envelope.Write(mail);
            envelope.Finish();
            return content.ToArray();
        }
        catch (CmsException exception)
        {
            throw Fault.StorageKey("Nothing was stored", "the key does not encrypt", exception);
        }
    }

    /// <exception cref="SecureMailException">None of the keys opens it, or it was changed.</exception>
    public byte[] Open(byte[] content)
    {
        try
        {
            using var opened = EnvelopeOpening.Open(new MemoryStream(content, writable: false), _sources.SelectMany(source => Load(source, "Nothing was sent")));
            var mail = new byte[opened.Octets.Length];
            opened.Octets.Read(0, mail);
            return mail;
        }
        catch (CmsException exception)
        {
            throw Fault.StorageKey("Nothing was sent", "none of them opens the stored mail. Put the key that it was stored with behind the new one", exception);
        }
    }

    private static X509Certificate2 Newest(CertificateSource source) => Load(source, "Nothing was stored").MaxBy(key => key.NotBefore)!;

    private static IReadOnlyList<X509Certificate2> Load(CertificateSource source, string outcome)
    {
        try
        {
            return source.GetAll();
        }
        catch (CertificateSourceException exception)
        {
            throw Fault.StorageKey(outcome, exception.Message, exception);
        }
    }
}
