using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>Hands out the mails of one mailbox, sets aside what cannot be handed out, and waits for a mailbox that is away.</summary>
internal sealed class SecureMailbox(
    string name, IOptionsMonitor<MailboxOptions> options, MailSettingsSource settings, SecureMailReader reader, MailSources sources, TimeProvider clock, ILogger<SecureMailbox> logger) : ISecureMailbox
{
    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var current = options.Get(name);
        var backOff = new BackOff(current.MaxBackOff);
        var source = sources.Open(current);
        await using (source.ConfigureAwait(false))
        {
            while (true)
            {
                var round = new MailRound(source, current, reader, logger);
                await using (round.ConfigureAwait(false))
                {
                    while (await NextAsync(round, backOff, cancellationToken).ConfigureAwait(false) is { } mail)
                        yield return mail;
                }
            }
        }
    }

    /// <summary>The next mail, or null where the round is over and the next has been waited for.</summary>
    private async Task<ReceivedMail?> NextAsync(MailRound round, BackOff backOff, CancellationToken cancellationToken)
    {
        try
        {
            var mail = await round.NextAsync(settings.Current.Options.Limits.MaxIncomingSize, cancellationToken).ConfigureAwait(false);
            if (mail is null)
                await round.WaitAsync(cancellationToken).ConfigureAwait(false);
            backOff.Reset();
            return mail;
        }
        catch (SecureMailException fault) when (fault.IsTransient)
        {
            var wait = backOff.Next();
            logger.MailboxAway(fault.Code, wait);
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}
