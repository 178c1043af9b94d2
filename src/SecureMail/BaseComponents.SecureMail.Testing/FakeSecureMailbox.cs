using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BaseComponents.SecureMail.Testing;

/// <summary>A mailbox in memory in place of a server or a folder. It hands out what the test delivers, as the real one does: until it is acknowledged, and not for ever.</summary>
/// <param name="clock">Clock of the deliveries.</param>
/// <param name="maxAttempts">How many times a mail is handed out before it is set aside.</param>
public sealed class FakeSecureMailbox(TimeProvider? clock = null, int maxAttempts = 5) : ISecureMailbox
{
    private readonly ConcurrentQueue<ReceivedMail> _waiting = new();
    private readonly ConcurrentQueue<ReceivedMail> _acknowledged = new();
    private readonly ConcurrentQueue<(ReceivedMail Mail, SetAsideReason Reason)> _setAside = new();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private int _count;

    /// <summary>What was acknowledged, in order.</summary>
    public IReadOnlyList<ReceivedMail> Acknowledged => [.. _acknowledged];

    /// <summary>What was set aside, in order.</summary>
    public IReadOnlyList<(ReceivedMail Mail, SetAsideReason Reason)> SetAside => [.. _setAside];

    /// <summary>Puts a mail into the mailbox.</summary>
    /// <param name="mail">Such as one whose verdict the test chooses.</param>
    /// <param name="fingerprint">That of the mail, to deliver the same one twice; one of its own by default.</param>
    public void Deliver(ReceivedMail mail, string? fingerprint = null)
    {
        ArgumentNullException.ThrowIfNull(mail);
        _waiting.Enqueue(mail with
        {
            Delivery = new MailDelivery { ReceivedAt = _clock.GetUtcNow(), Attempt = 0, Fingerprint = fingerprint ?? $"{Interlocked.Increment(ref _count):x64}" },
        });
    }

    /// <summary>Hands out what is there and ends, where the real mailbox waits for more. What was not settled comes again at once.</summary>
    /// <param name="cancellationToken">Ends it before.</param>
    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        while (_waiting.TryDequeue(out var waiting))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isSettled = false;
            var delivery = waiting.Delivery! with { Attempt = waiting.Delivery!.Attempt + 1 };
            var mail = waiting with { Delivery = delivery };
            try
            {
                yield return mail with { Delivery = delivery with { Settle = Settle } };
            }
            finally
            {
                if (!isSettled)
                    Return(mail);
            }

            Task Settle(MailSettlement settlement, CancellationToken token)
            {
                token.ThrowIfCancellationRequested();
                if (isSettled)
                    throw new InvalidOperationException("This mail is settled already.");
                isSettled = true;
                Keep(mail, settlement);
                return Task.CompletedTask;
            }
        }
    }

    private void Keep(ReceivedMail mail, MailSettlement settlement)
    {
        if (settlement is MailSettlement.Acknowledged)
            _acknowledged.Enqueue(mail);
        else
            _setAside.Enqueue((mail, SetAsideReason.ByApplication));
    }

    private void Return(ReceivedMail mail)
    {
        if (mail.Delivery!.Attempt < maxAttempts)
            _waiting.Enqueue(mail);
        else
            _setAside.Enqueue((mail, SetAsideReason.GivenUp));
    }
}
