using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>One look through a mailbox. The mail handed out last is settled, or given back, before the next.</summary>
internal sealed class MailRound(IMailSource source, MailboxOptions options, SecureMailReader reader, ILogger logger) : IAsyncDisposable
{
    private IAsyncEnumerator<IMailClaim>? _claims;
    private MailHandOut? _out;

    /// <summary>The next mail that can be handed out, or null where there is none left.</summary>
    public async Task<ReceivedMail?> NextAsync(long maxSize, CancellationToken cancellationToken)
    {
        _claims ??= source.ClaimAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            await EndLastAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!await _claims.MoveNextAsync().ConfigureAwait(false))
                return null;
            _out = new MailHandOut(_claims.Current, options, reader, logger);
            if (await OpenAsync(_out, maxSize, cancellationToken).ConfigureAwait(false) is { } mail)
                return mail;
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => source.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_out is not null)
            await _out.DisposeAsync().ConfigureAwait(false);
        if (_claims is not null)
            await _claims.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<ReceivedMail?> OpenAsync(MailHandOut handOut, long maxSize, CancellationToken cancellationToken)
    {
        try
        {
            return await handOut.OpenAsync(maxSize, cancellationToken).ConfigureAwait(false);
        }
        catch (SecureMailException fault) when (fault.Code == SecureMailErrors.ClaimLost)
        {
            // Somebody else has it by now.
            return null;
        }
    }

    private async ValueTask EndLastAsync()
    {
        if (_out is { } last)
        {
            _out = null;
            await last.DisposeAsync().ConfigureAwait(false);
        }
    }
}
