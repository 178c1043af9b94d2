using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

internal sealed class OutboxOperations(string tenant, IMailOutboxStore store, OutboxRetention retention, AuditLog audit, TimeProvider clock, ILogger<OutboxOperations> logger) : ISecureMailOutboxOperations
{
    public IAsyncEnumerable<OutboxMail> ListAsync(OutboxFilter filter, CancellationToken cancellationToken = default) => store.ListAsync(tenant, filter, cancellationToken);

    public Task<OutboxMail?> FindAsync(string id, CancellationToken cancellationToken = default) => store.FindAsync(tenant, id, cancellationToken);

    public Task<bool> RetryAsync(string id, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, "retry", reason, mail => OutboxTransitions.Retry(mail, reason, clock.GetUtcNow()), cancellationToken);

    public Task<bool> ResolveAsync(string id, OutboxDecision decision, string reason, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, decision.ToString(), reason, mail => OutboxTransitions.Decide(mail, decision, reason, clock.GetUtcNow()), cancellationToken);

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
