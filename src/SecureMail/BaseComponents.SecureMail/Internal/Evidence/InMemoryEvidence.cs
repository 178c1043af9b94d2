using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>Time stamps that end with the process, beside an outbox that does.</summary>
internal sealed class InMemoryEvidence(IMailOutboxStore mails) : IMailEvidenceStore
{
    private readonly Lock _one = new();
    private readonly Dictionary<(string Tenant, string MailId, string Name), MailEvidence> _evidence = [];

    public async Task<IReadOnlyList<string>> FindUnstampedAsync(string tenant, DateTimeOffset since, int count, CancellationToken cancellationToken = default)
    {
        var found = new List<string>();
        await foreach (var mail in mails.ListAsync(tenant, new OutboxFilter(), cancellationToken).ConfigureAwait(false))
        {
            lock (_one)
            {
                if (found.Count < count && mail.CreatedAt >= since && !_evidence.ContainsKey((tenant, mail.Id, MailEvidence.OfMail)))
                    found.Add(mail.Id);
            }
        }

        return found;
    }

    public Task<bool> TryAddAsync(MailEvidence evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        lock (_one)
            return Task.FromResult(_evidence.TryAdd(KeyOf(evidence), evidence));
    }

    public Task<IReadOnlyList<MailEvidence>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default)
    {
        lock (_one)
        {
            MailEvidence[] due = [.. Of(tenant).Where(one => one.DueAt <= now).OrderBy(one => one.DueAt).Take(count).Select(one => one with { DueAt = leaseUntil, Version = one.Version + 1 })];
            Array.ForEach(due, one => _evidence[KeyOf(one)] = one);
            return Task.FromResult<IReadOnlyList<MailEvidence>>(due);
        }
    }

    public Task<bool> TryUpdateAsync(MailEvidence evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        lock (_one)
        {
            if (!_evidence.TryGetValue(KeyOf(evidence), out var stored) || stored.Version != evidence.Version)
                return Task.FromResult(false);
            _evidence[KeyOf(evidence)] = evidence with { Version = evidence.Version + 1 };
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<MailEvidence>> FindAsync(string tenant, string mailId, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult<IReadOnlyList<MailEvidence>>([.. Of(tenant).Where(one => one.MailId == mailId).OrderBy(one => one.Name, StringComparer.Ordinal)]);
    }

    public Task EraseDataAsync(string tenant, string mailId, CancellationToken cancellationToken = default)
    {
        lock (_one)
        {
            foreach (var one in Of(tenant).Where(one => one.MailId == mailId && one.Data is not null).ToList())
                _evidence[KeyOf(one)] = one with { Data = null, Version = one.Version + 1 };
        }

        return Task.CompletedTask;
    }

    public Task<int> DeleteBeforeAsync(string tenant, DateTimeOffset createdBefore, CancellationToken cancellationToken = default)
    {
        lock (_one)
            return Task.FromResult(Of(tenant).Where(one => one.CreatedAt < createdBefore).ToList().Count(one => _evidence.Remove(KeyOf(one))));
    }

    private static (string, string, string) KeyOf(MailEvidence evidence) => (evidence.Tenant, evidence.MailId, evidence.Name);

    private IEnumerable<MailEvidence> Of(string tenant) => _evidence.Values.Where(one => one.Tenant == tenant);
}
