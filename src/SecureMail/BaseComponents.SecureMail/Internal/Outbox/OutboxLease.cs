using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>A mail that this worker owns, until its lease runs out or another has changed it. It is renewed three times in its length.</summary>
internal sealed class OutboxLease : IAsyncDisposable
{
    private readonly IMailOutboxStore _store;
    private readonly TimeSpan _length;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    public OutboxLease(IMailOutboxStore store, OutboxMail claimed, TimeSpan length, TimeProvider clock, ILogger logger)
    {
        (_store, Mail, _length, _clock, _logger) = (store, claimed, length, clock, logger);
        _beating = BeatAsync();
    }

    /// <summary>The mail as it is stored.</summary>
    public OutboxMail Mail { get; private set; }

    public DateTimeOffset Until => _clock.GetUtcNow() + _length;

    /// <returns>False where the lease was lost: then nothing was changed.</returns>
    public async Task<bool> TryChangeAsync(Func<OutboxMail, OutboxMail> change)
    {
        await _one.WaitAsync().ConfigureAwait(false);
        try
        {
            var next = change(Mail) with { UpdatedAt = _clock.GetUtcNow() };
            // What is known must be stored even when the worker is being stopped.
            if (!await _store.TryUpdateAsync(next, CancellationToken.None).ConfigureAwait(false))
                return false;
            Mail = next with { Version = next.Version + 1 };
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _beating.ConfigureAwait(false);
        _end.Dispose();
        _one.Dispose();
    }

    private async Task BeatAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_length / 3, _clock, _end.Token).ConfigureAwait(false);
                // Once it is decided, there is nothing left to own.
                if (Mail.Phase is OutboxPhase.Sending or OutboxPhase.HandingOver && !await TryChangeAsync(mail => mail with { DueAt = Until }).ConfigureAwait(false))
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            // The attempt is over.
        }
        catch (Exception exception)
        {
            _logger.LeaseNotRenewed(Mail.Id, exception.GetType().Name);
        }
    }
}
