using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What may happen once: an address is fetched by the AusweisApp, and a session is taken by its browser.</summary>
internal sealed class PendingSessions(string scheme, string tenant, TicketSeal seal, IEidOneTimeStore store)
{
    private const int KeyBytes = 24;

    /// <summary>Remembers that the AusweisApp fetched this log-in; false where it did so before.</summary>
    public Task<bool> TryUseAsync(LaunchTicket ticket, CancellationToken cancellationToken) =>
        store.TryAddAsync(Key("tctoken", ticket.Handle), ReadOnlyMemory<byte>.Empty, ticket.ExpiresAt, cancellationToken);

    /// <summary>Keeps a session; under what, only the way back says.</summary>
    public async Task<string> KeepAsync(PendingSession session, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return await store.TryAddAsync(Key("session", key), seal.SealBytes(session), expiresAt, cancellationToken).ConfigureAwait(false)
            ? key
            : throw new LoginFailure(EidLoginOutcome.Rejected, "session-key-taken");
    }

    /// <summary>Takes a session out: the next one who asks for it finds nothing.</summary>
    public async Task<PendingSession?> TakeAsync(string key, CancellationToken cancellationToken) =>
        await store.TakeAsync(Key("session", key), cancellationToken).ConfigureAwait(false) is { } entry ? seal.OpenBytes<PendingSession>(entry) : null;

    // The tenant is part of the key; hashed, so that the store learns neither handles nor addresses.
    private string Key(string kind, string value) =>
        $"eid-server-{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{scheme}\n{tenant}\n{kind}\n{value}")))}";
}
