namespace BaseComponents.Payments.Internal.Operations;

/// <summary>The audit of one registration.</summary>
internal sealed class PaymentAudit(string tenant, IPaymentStore store)
{
    public IAsyncEnumerable<PaymentAuditEntry> ListAsync(CancellationToken cancellationToken) => store.ListAuditAsync(tenant, from: 1, cancellationToken);

    /// <summary>The line as it has to follow now. Two that are written at once have the same number, and the store refuses one.</summary>
    public async Task<PaymentAuditEntry> NextAsync(PaymentAuditEntry draft, CancellationToken cancellationToken) =>
        AuditChain.Next(await store.LastAuditAsync(tenant, cancellationToken).ConfigureAwait(false), draft);

    /// <summary>Whether an entry of the bank stands in the audit: it counts once.</summary>
    public async Task<bool> IsUsedAsync(string evidence, CancellationToken cancellationToken) =>
        await ListAsync(cancellationToken).AnyAsync(entry => entry.Evidence == evidence, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<PaymentAuditEntry>> OfAsync(IReadOnlyCollection<string> requestIds, CancellationToken cancellationToken) =>
        await ListAsync(cancellationToken).Where(entry => requestIds.Contains(entry.RequestId)).ToArrayAsync(cancellationToken).ConfigureAwait(false);

    public async Task<long?> FindBrokenAsync(CancellationToken cancellationToken)
    {
        PaymentAuditEntry? previous = null;
        await foreach (var entry in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!AuditChain.Follows(previous, entry))
                return (previous?.Number ?? 0) + 1;
            previous = entry;
        }

        return null;
    }
}
