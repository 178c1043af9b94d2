using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Mime;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>What is left when all layers are off.</summary>
internal sealed record OpenedLayers(MimeEntity Content, bool IsEncrypted, SignatureVerdict Verdict) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>
/// Takes encryption and signature off the root of a mail. A signature counts only if it covers the whole content: one below the root, or
/// one over the encrypted form, says nothing about what the reader sees.
/// </summary>
internal sealed class MailLayers(MailSettings settings, EntityParser parser, DateTimeOffset receivedAt)
{
    private const int MaxLayers = 4;
    private readonly SignatureJudge _judge = new(settings, receivedAt);

    public async Task<OpenedLayers> UnwrapAsync(MimeLayer root, string? from, CancellationToken cancellationToken)
    {
        var (layer, isEncrypted, verdict) = (root, false, (SignatureVerdict?)null);
        for (var depth = 0; depth < MaxLayers; depth++)
        {
            if (SmimeEntity.Enveloped(layer.Entity) is { } envelope)
            {
                // A signature further out covers the ciphertext, not the content.
                (layer, isEncrypted, verdict) = (Parse(Decrypt(envelope)), true, verdict is null ? null : new SignatureVerdict.PartlySigned());
            }
            else if (verdict is null && SmimeEntity.Signed(layer) is { } signed)
            {
                (verdict, var content) = await VerifyAsync(signed, from, cancellationToken).ConfigureAwait(false);
                if (content is null)
                    break;
                layer = Parse(content);
                if (!SignedHeaders.Agree(layer.Entity, from))
                    verdict = new SignatureVerdict.AddressMismatch();
            }
            else
            {
                break;
            }
        }

        return new OpenedLayers(layer.Entity, isEncrypted, verdict ?? Unsigned(layer.Entity));
    }

    private byte[] Decrypt(byte[] envelope)
    {
        try
        {
            using var opened = EnvelopeOpening.Open(new MemoryStream(envelope, writable: false), settings.DecryptionCertificates);
            return ReadAll(opened.Content);
        }
        catch (CmsException exception)
        {
            throw DecryptionFault(exception.Problem);
        }
    }

    private async Task<(SignatureVerdict Verdict, byte[]? Content)> VerifyAsync(SignedContent signed, string? from, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new SignedDataReader(new MemoryStream(signed.Signature, writable: false));
            // A message that brings content of its own beside the detached one would be checked against the wrong bytes.
            if (signed.Detached is not null && reader.Content is not null)
                return (new SignatureVerdict.Tampered(), signed.Detached);
            var content = signed.Detached ?? ReadAll(reader.Content);
            if (reader.Content is null)
                reader.Digests.Write(content);
            return (await _judge.JudgeAsync(reader.Finish(), from, cancellationToken).ConfigureAwait(false), content);
        }
        catch (CmsException)
        {
            return (new SignatureVerdict.Tampered(), signed.Detached);
        }
    }

    private static byte[] ReadAll(Stream? content)
    {
        using var all = new MemoryStream();
        content?.CopyTo(all);
        return all.ToArray();
    }

    private MimeLayer Parse(byte[] bytes) => new(bytes, parser.ParseEntity(bytes));

    private static SignatureVerdict Unsigned(MimeEntity content) =>
        PartCount.All(content).Any(SmimeEntity.LooksSigned) ? new SignatureVerdict.PartlySigned() : new SignatureVerdict.NotSigned();

    private static SecureMailException DecryptionFault(CmsProblem problem) => problem switch
    {
        CmsProblem.NoKey => new(SecureMailErrors.CannotDecrypt, "The mail was not read. None of the configured DecryptionKeys opens it: it is for another key, or was damaged."),
        CmsProblem.UnsupportedAlgorithm => new(SecureMailErrors.UnsupportedAlgorithm, "The mail was not read. It is encrypted with an algorithm other than AES in GCM or CBC mode with RSA (PKCS #1 v1.5, OAEP) or elliptic curves."),
        _ => new(SecureMailErrors.IncomingMalformed, "The mail was not read. Its encrypted part is broken."),
    };
}
