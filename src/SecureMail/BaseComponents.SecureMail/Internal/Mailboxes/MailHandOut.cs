using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>One mail from its claim to its settlement.</summary>
internal sealed class MailHandOut(IMailClaim claim, MailboxOptions options, SecureMailReader reader, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan _longestReturn = TimeSpan.FromSeconds(10);
    private ReceivedMail? _mail;
    private int _isSettled;

    /// <summary>The mail, or null where it was set aside.</summary>
    /// <exception cref="SecureMailException">For now nobody can open it or the mailbox went away: it comes again, and this was no attempt.</exception>
    public async Task<ReceivedMail?> OpenAsync(long maxSize, CancellationToken cancellationToken)
    {
        if (await ReasonAgainstAsync(maxSize, cancellationToken).ConfigureAwait(false) is not { } reason)
            return _mail;
        await SetAsideAsync(reason, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_mail is not null)
                await _mail.DisposeAsync().ConfigureAwait(false);
            if (Interlocked.Exchange(ref _isSettled, 1) == 0)
                await ReturnAsync(counts: true).ConfigureAwait(false);
        }
        finally
        {
            await claim.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<SetAsideReason?> ReasonAgainstAsync(long maxSize, CancellationToken cancellationToken)
    {
        if (claim.Attempt > options.MaxAttempts)
            return SetAsideReason.GivenUp;
        if (claim.Size > maxSize)
            return SetAsideReason.TooLarge;
        try
        {
            _mail = await ReadAsync(cancellationToken).ConfigureAwait(false);
            return options.SetAsideUnlessValid && _mail.Verdict is not SignatureVerdict.Valid ? SetAsideReason.NotValid : null;
        }
        catch (SecureMailException fault) when (ReasonOf(fault) is { } reason)
        {
            return reason;
        }
        catch (SecureMailException fault) when (fault.IsTransient)
        {
            Interlocked.Exchange(ref _isSettled, 1);
            await ReturnAsync(counts: false).ConfigureAwait(false);
            throw;
        }
    }

    private static SetAsideReason? ReasonOf(SecureMailException fault) => fault switch
    {
        { IsTransient: true } => null,
        { Code: SecureMailErrors.IncomingTooLarge } => SetAsideReason.TooLarge,
        { Code: SecureMailErrors.IncomingMalformed } => SetAsideReason.Malformed,
        { Code: SecureMailErrors.CannotDecrypt or SecureMailErrors.UnsupportedAlgorithm or SecureMailErrors.IntegrityMissing } => SetAsideReason.CannotDecrypt,
        _ => null,
    };

    private MailPlace Place => options.FileDrop is { IsWrittenByMailServer: false } ? MailPlace.Unknown : MailPlace.Mailbox;

    private async Task<ReceivedMail> ReadAsync(CancellationToken cancellationToken)
    {
        var stream = new MailFingerprint(await claim.OpenAsync(cancellationToken).ConfigureAwait(false));
        await using (stream.ConfigureAwait(false))
        {
            var mail = await reader.OpenAsync(stream, claim.ReceivedAt, Place, cancellationToken).ConfigureAwait(false);
            try
            {
                var fingerprint = await stream.FinishAsync(mail.MessageId, cancellationToken).ConfigureAwait(false);
                return mail with { Delivery = new MailDelivery { ReceivedAt = claim.ReceivedAt, Attempt = claim.Attempt, Fingerprint = fingerprint, Settle = SettleAsync } };
            }
            catch
            {
                await mail.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private async Task SettleAsync(MailSettlement settlement, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) != 0)
            throw new InvalidOperationException("This mail is settled already, or the next one has been asked for.");
        try
        {
            if (settlement is MailSettlement.SetAside)
            {
                await SetAsideAsync(SetAsideReason.ByApplication, cancellationToken).ConfigureAwait(false);
                return;
            }

            await claim.AcknowledgeAsync(cancellationToken).ConfigureAwait(false);
            Telemetry.Settled(nameof(MailSettlement.Acknowledged));
        }
        catch (Exception exception) when (exception is not SecureMailException { Code: SecureMailErrors.ClaimLost })
        {
            // It may be tried again, and if it is not, the mail is given back.
            Interlocked.Exchange(ref _isSettled, 0);
            throw;
        }
    }

    private async Task SetAsideAsync(SetAsideReason reason, CancellationToken cancellationToken)
    {
        await claim.SetAsideAsync(reason, cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref _isSettled, 1);
        logger.SetAside(reason, claim.Size, claim.Attempt);
        Telemetry.Settled(reason.ToString());
    }

    // The caller may have cancelled, and the mail is to be free all the same; if it cannot be given back, the claim runs out.
    private async Task ReturnAsync(bool counts)
    {
        using var limit = new CancellationTokenSource(_longestReturn);
        try
        {
            await claim.ReturnAsync(counts, limit.Token).ConfigureAwait(false);
            if (counts)
                logger.NotSettled(claim.Attempt);
            Telemetry.Settled("Returned");
        }
        catch (Exception exception) when (exception is SecureMailException or OperationCanceledException)
        {
            logger.ClaimLost(claim.Attempt);
        }
    }
}
