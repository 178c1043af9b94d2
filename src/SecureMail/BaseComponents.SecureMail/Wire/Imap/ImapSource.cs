using System.Runtime.CompilerServices;
using BaseComponents.SecureMail.Internal.Mailboxes;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>The mails of a folder on a mail server, oldest first. Only numbers are kept of those that wait.</summary>
internal sealed class ImapSource(MailboxOptions options, TimeProvider clock) : IMailSource
{
    private const int Batch = 50;
    private static readonly TimeSpan _longestAnswer = TimeSpan.FromSeconds(30);
    private static readonly SearchQuery _open = SearchQuery.NotKeyword(ImapKeywords.Done).And(SearchQuery.NotDeleted);
    private readonly ImapSession _session = new(options.Imap!, clock);
    private readonly ImapRetries _retries = new(options.RetryAfter, clock);

    public async IAsyncEnumerable<IMailClaim> ClaimAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in (await FindAsync(cancellationToken).ConfigureAwait(false)).Where(_retries.IsDue).Chunk(Batch))
        {
            foreach (var mail in await DescribeAsync(batch, cancellationToken).ConfigureAwait(false))
                yield return new ImapClaim(_session, _retries, mail.UniqueId, mail.InternalDate ?? clock.GetUtcNow(), mail.Size ?? uint.MaxValue, ImapKeywords.Attempts(mail) + 1);
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _session.RunAsync(
        async (place, token) =>
        {
            await WaitAsync(place, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken,
        options.PollInterval + _longestAnswer);

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task<IReadOnlyList<UniqueId>> FindAsync(CancellationToken cancellationToken)
    {
        var found = await _session.RunAsync(async (place, token) => await place.Folder.SearchAsync(_open, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        _retries.Keep(found);
        return [.. found];
    }

    private Task<IList<IMessageSummary>> DescribeAsync(UniqueId[] batch, CancellationToken cancellationToken) => _session.RunAsync(
        (place, token) =>
        {
            // Numbered anew since they were found: the next round finds them again.
            if (batch[0].Validity != place.Folder.UidValidity)
                return Task.FromResult<IList<IMessageSummary>>([]);
            return place.Folder.FetchAsync(batch, MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Size | MessageSummaryItems.Flags, token);
        },
        cancellationToken);

    private async Task WaitAsync(ImapPlace place, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(options.PollInterval, clock);
        if (!place.Client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(options.PollInterval, clock, cancellationToken).ConfigureAwait(false);
            return;
        }

        void End(object? sender, EventArgs e) => over.Cancel();
        place.Folder.CountChanged += End;
        try
        {
            await place.Client.IdleAsync(over.Token, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            place.Folder.CountChanged -= End;
        }
    }
}
