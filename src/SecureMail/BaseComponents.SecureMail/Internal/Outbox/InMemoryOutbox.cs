using System.Runtime.CompilerServices;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Mails that end with the process: for the Sandbox and for tests.</summary>
internal sealed class InMemoryOutbox : IMailOutboxStore, IMailOutboxWriter
{
    private readonly Lock _one = new();
    private readonly Dictionary<(string Tenant, string Id), (OutboxMail Mail, byte[]? Content)> _mails = [];

    public bool IsDurable => false;

    public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult<IReadOnlyList<OutboxMail>>([.. Of(tenant).Where(mail => mail.KeyHash == keyHash)]);
    }

    public Task<OutboxMail?> FindAsync(string tenant, string id, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult(_mails.TryGetValue((tenant, id), out var found) ? found.Mail : null);
    }

    public Task<OutboxMail?> FindEnvelopeAsync(string tenant, string envelopeId, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult(Of(tenant).FirstOrDefault(mail => mail.EnvelopeId == envelopeId));
    }

    public Task<IReadOnlyList<OutboxMail>> FindMessageAsync(string tenant, string messageId, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult<IReadOnlyList<OutboxMail>>([.. Of(tenant).Where(mail => mail.MessageId == messageId)]);
    }

    public Task<byte[]?> ReadContentAsync(string tenant, string id, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult(_mails.TryGetValue((tenant, id), out var found) ? found.Content : null);
    }

    public Task<bool> TryAddAsync(IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mails);
        lock (_one)
        {
            if (mails.Any(added => _mails.ContainsKey((added.Mail.Tenant, added.Mail.Id))))
                return Task.FromResult(false);
            foreach (var (mail, content) in mails)
                _mails.Add((mail.Tenant, mail.Id), (mail, content));
            return Task.FromResult(true);
        }
    }

    public Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        lock (_one)
        {
            if (!_mails.TryGetValue((mail.Tenant, mail.Id), out var stored) || stored.Mail.Version != mail.Version)
                return Task.FromResult(false);
            _mails[(mail.Tenant, mail.Id)] = (Delivered(mail, stored.Mail) with { Version = mail.Version + 1 }, mail.HasContent ? stored.Content : null);
            return Task.FromResult(true);
        }
    }

    public Task<bool> TryRecordDeliveryAsync(OutboxMail mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        lock (_one)
        {
            if (!_mails.TryGetValue((mail.Tenant, mail.Id), out var stored) || stored.Mail.DeliveryVersion != mail.DeliveryVersion)
                return Task.FromResult(false);
            _mails[(mail.Tenant, mail.Id)] = (Delivered(stored.Mail, mail) with { DeliveryVersion = mail.DeliveryVersion + 1 }, stored.Content);
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<OutboxMail>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default)
    {
        lock (_one)
        {
            OutboxMail[] due = [.. Of(tenant).Where(mail => mail.DueAt <= now).OrderBy(mail => mail.DueAt).Take(count).Select(mail => mail with { DueAt = leaseUntil, Version = mail.Version + 1 })];
            foreach (var mail in due)
                _mails[(tenant, mail.Id)] = (mail, _mails[(tenant, mail.Id)].Content);
            return Task.FromResult<IReadOnlyList<OutboxMail>>(due);
        }
    }

    public async IAsyncEnumerable<OutboxMail> ListAsync(string tenant, OutboxFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await Task.CompletedTask.ConfigureAwait(false);
        OutboxMail[] mails;
        lock (_one)
            mails = [.. Of(tenant).Where(mail => Passes(mail, filter))];
        foreach (var mail in mails)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return mail;
        }
    }

    private static OutboxMail Delivered(OutboxMail mail, OutboxMail reported)
    {
        var deliveries = reported.Recipients.ToDictionary(recipient => recipient.Index, recipient => recipient.Delivery);
        return mail with { Recipients = [.. mail.Recipients.Select(recipient => recipient with { Delivery = deliveries[recipient.Index] })], DeliveryVersion = reported.DeliveryVersion };
    }

    private static bool Passes(OutboxMail mail, OutboxFilter filter) =>
        (filter.Phases.Count == 0 || filter.Phases.Contains(mail.Phase))
        && (filter.UpdatedBefore is not { } before || mail.UpdatedAt < before)
        && (filter.HasContent is not { } wanted || mail.HasContent == wanted);

    private IEnumerable<OutboxMail> Of(string tenant) =>
        _mails.Values.Select(stored => stored.Mail).Where(mail => mail.Tenant == tenant).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id, StringComparer.Ordinal);
}
