using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>
/// Takes the signer's certificate of a valid mail into the store, if it may be used for encrypting now. One that is kept already gives way only to a newer one of the same
/// issuer, or when it is itself good for nothing any more: a second authority that certifies the same address does not redirect mail.
/// </summary>
internal sealed class CertificateLesson(ILearnedCertificateStore store, TimeProvider clock, ILogger<CertificateLesson> logger)
{
    private const int MaxIntermediates = 8;

    /// <summary>A store that fails does not take away the mail, which was read already.</summary>
    public async Task LearnAsync(ReceivedMail mail, MailSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(mail, settings, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LessonLost(exception.GetType().Name);
        }
    }

    private async Task TryAsync(ReceivedMail mail, MailSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.Options.LearnCertificates || mail.Verdict is not SignatureVerdict.Valid { SignerAddress: var address, Signer: { } signer })
            return;
        if (await CheckAsync(signer, address, settings, cancellationToken).ConfigureAwait(false) is not CertificateFault.None)
            return;
        if (await store.FindAsync(address, cancellationToken).ConfigureAwait(false) is { } known
            && !await GivesWayAsync(LearnedCertificates.Read(known), signer, address, settings, cancellationToken).ConfigureAwait(false))
        {
            logger.LessonRefused();
            return;
        }

        await store.KeepAsync(Kept(signer, address), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<CertificateFault> CheckAsync(RecipientCertificate certificate, string address, MailSettings settings, CancellationToken cancellationToken) =>
        (await settings.Policy.CheckAsync(certificate.Certificate, address, MailUse.Encrypt, certificate.Intermediates, null, cancellationToken).ConfigureAwait(false)).Fault;

    private static async Task<bool> GivesWayAsync(RecipientCertificate known, RecipientCertificate seen, string address, MailSettings settings, CancellationToken cancellationToken)
    {
        if (known.Certificate.RawDataMemory.Span.SequenceEqual(seen.Certificate.RawDataMemory.Span))
            return true;
        if (known.Certificate.IssuerName.RawData.AsSpan().SequenceEqual(seen.Certificate.IssuerName.RawData) && seen.Certificate.NotBefore > known.Certificate.NotBefore)
            return true;
        // A responder that is silenced must not make room for another certificate.
        return await CheckAsync(known, address, settings, cancellationToken).ConfigureAwait(false) is not (CertificateFault.None or CertificateFault.RevocationUnknown);
    }

    private LearnedCertificate Kept(RecipientCertificate signer, string address) => new()
    {
        Address = address,
        Encoded = signer.Certificate.RawData,
        Intermediates = [.. signer.Intermediates.Where(one => !one.Equals(signer.Certificate)).Take(MaxIntermediates).Select(one => (ReadOnlyMemory<byte>)one.RawData)],
        SeenAt = clock.GetUtcNow(),
    };
}
