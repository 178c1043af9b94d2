using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>A store that does as another one does.</summary>
internal abstract class StoreDecorator(IMailOutboxStore inner) : IMailOutboxStore
{
    public bool IsDurable => Inner.IsDurable;

    protected IMailOutboxStore Inner => inner;

    public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default) => Inner.FindKeyAsync(tenant, keyHash, cancellationToken);

    public Task<OutboxMail?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default) => Inner.FindAsync(tenant, id, cancellationToken);

    public Task<OutboxMail?> FindEnvelopeAsync(string tenant, string envelopeId, CancellationToken cancellationToken = default) => Inner.FindEnvelopeAsync(tenant, envelopeId, cancellationToken);

    public Task<IReadOnlyList<OutboxMail>> FindMessageAsync(string tenant, string messageId, CancellationToken cancellationToken = default) => Inner.FindMessageAsync(tenant, messageId, cancellationToken);

    public Task<bool> TryRecordDeliveryAsync(OutboxMail mail, CancellationToken cancellationToken = default) => Inner.TryRecordDeliveryAsync(mail, cancellationToken);

    public Task<byte[]?> ReadContentAsync(string tenant, string id, CancellationToken cancellationToken = default) => Inner.ReadContentAsync(tenant, id, cancellationToken);

    public virtual Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default) => Inner.TryUpdateAsync(mail, cancellationToken);

    public virtual Task<IReadOnlyList<OutboxMail>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default) =>
        Inner.ClaimDueAsync(tenant, now, leaseUntil, count, cancellationToken);

    public IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, CancellationToken cancellationToken = default) => Inner.ListAsync(tenant, filter, cancellationToken);
}
