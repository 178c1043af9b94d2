using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

internal sealed class OutboxOperations(string tenant, IMailOutboxStore store, OutboxRetention retention, AuditLog audit, TimeProvider clock, ILogger<OutboxOperations> logger) : ISecureMailOutboxOperations
{
    private static readonly OutboxPhase[] _unsettled = [OutboxPhase.Waiting, OutboxPhase.Sending, OutboxPhase.HandingOver];

    public IAsyncEnumerable<OutboxMail> ListAsync(OutboxFilter filter, CancellationToken cancellationToken = default) => store.ListAsync(tenant, filter, cancellationToken);

    public Task<OutboxMail?> FindAsync(string id, CancellationToken cancellationToken = default) => store.FindAsync(tenant, id, cancellationToken);

    public Task<bool> RetryAsync(string id, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, "retry", reason, mail => OutboxTransitions.Retry(mail, reason, clock.GetUtcNow()), cancellationToken);

    public Task<bool> ResolveAsync(string id, OutboxDecision decision, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, decision.ToString(), reason, mail => OutboxTransitions.Decide(mail, decision, reason, clock.GetUtcNow()), cancellationToken);

    public async Task<int> HoldUnsettledAsync(string reason, CancellationToken cancellationToken = default)
    {
        var held = 0;
        await foreach (var mail in store.ListAsync(tenant, new OutboxFilter { Phases = _unsettled }, cancellationToken).ConfigureAwait(false))
            held += await ChangeAsync(mail.Id, "hold", reason, found => OutboxTransitions.Hold(found, reason), cancellationToken).ConfigureAwait(false) ? 1 : 0;
        return held;
    }

    public Task<int> PurgeAsync(CancellationToken cancellationToken = default) => retention.PurgeAsync(cancellationToken);

    public Task<(int Erased, int Left)> ErasePersonAsync(string address, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        return retention.ErasePersonAsync(address, cancellationToken);
    }

    private async Task<bool> ChangeAsync(string id, string what, string reason, Func<OutboxMail, OutboxMail?> change, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reason.Length, 500, nameof(reason));
        while (await store.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is { } mail)
        {
            if (change(mail) is not { } changed)
                return false;
            if (!await store.TryUpdateAsync(changed with { UpdatedAt = clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false))
                continue;
            logger.Decided(id, what);
            audit.Decided(changed, what);
            return true;
        }

        return false;
    }
}
