using BaseComponents.SecureMail.Internal.Mailboxes;
using MailKit;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>A mail on the server, by its number.</summary>
internal sealed class ImapClaim(ImapSession session, ImapRetries retries, UniqueId mail, DateTimeOffset receivedAt, long size, int attempt) : IMailClaim
{
    public DateTimeOffset ReceivedAt => receivedAt;

    public int Attempt => attempt;

    public long Size => size;

    // The attempt is written down before the first octet comes: whatever the mail does to this process, it is counted.
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        await RunAsync((place, token) => place.Folder.AddFlagsAsync(mail, MessageFlags.None, new HashSet<string> { ImapKeywords.Try(attempt) }, silent: true, token), cancellationToken).ConfigureAwait(false);
        return new ImapPieces(FetchAsync);
    }

    public Task AcknowledgeAsync(CancellationToken cancellationToken) => RunAsync(
        (place, token) => place.Done is { } done
            ? MoveAsync(place, done, token)
            : place.Folder.AddFlagsAsync(mail, MessageFlags.Seen, new HashSet<string> { ImapKeywords.Done }, silent: true, token),
        cancellationToken);

    public Task SetAsideAsync(SetAsideReason reason, CancellationToken cancellationToken) => RunAsync(
        async (place, token) =>
        {
            await place.Folder.AddFlagsAsync(mail, MessageFlags.None, new HashSet<string> { ImapKeywords.Reason(reason) }, silent: true, token).ConfigureAwait(false);
            await MoveAsync(place, place.SetAside, token).ConfigureAwait(false);
        },
        cancellationToken);

    public async Task ReturnAsync(bool counts, CancellationToken cancellationToken)
    {
        retries.Postpone(mail);
        if (!counts)
            await RunAsync((place, token) => place.Folder.RemoveFlagsAsync(mail, MessageFlags.None, new HashSet<string> { ImapKeywords.Try(attempt) }, silent: true, token), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A server says OK to moving what is not there.
    private async Task MoveAsync(ImapPlace place, IMailFolder target, CancellationToken cancellationToken)
    {
        var moved = await place.Folder.MoveToAsync([mail], target, cancellationToken).ConfigureAwait(false);
        if (moved.Count == 0 && (await place.Folder.FetchAsync([mail], MessageSummaryItems.UniqueId, cancellationToken).ConfigureAwait(false)).Count > 0)
            throw ImapFault.Unsuitable("its server did not move a mail");
    }

    private async Task<byte[]> FetchAsync(long from, int length, CancellationToken cancellationToken)
    {
        // Behind the end there is nothing to ask for.
        if (from >= size)
            return [];
        var piece = Array.Empty<byte>();
        await RunAsync(async (place, token) =>
        {
            using var stream = await place.Folder.GetStreamAsync(mail, checked((int)from), length, token).ConfigureAwait(false);
            using var kept = new MemoryStream(length);
            await stream.CopyToAsync(kept, token).ConfigureAwait(false);
            piece = kept.ToArray();
        }, cancellationToken).ConfigureAwait(false);
        return piece;
    }

    // Servers end connections that were silent while the mail was worked on. Every step here does the same when done twice.
    private async Task RunAsync(Func<ImapPlace, CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await OnceAsync(step, cancellationToken).ConfigureAwait(false);
        }
        catch (SecureMailException fault) when (fault.Code == SecureMailErrors.MailboxUnreachable)
        {
            await OnceAsync(step, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<bool> OnceAsync(Func<ImapPlace, CancellationToken, Task> step, CancellationToken cancellationToken) => session.RunAsync(
        async (place, token) =>
        {
            place.CheckNumbers(mail);
            await step(place, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);
}
