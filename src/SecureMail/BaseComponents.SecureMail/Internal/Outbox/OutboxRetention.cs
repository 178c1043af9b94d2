using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Takes contents and addresses away when their time is over; the hash of the key stays, so that nothing is sent twice.</summary>
internal sealed class OutboxRetention(string tenant, MailSettingsSource settings, IMailOutboxStore store, IMailEvidenceStore? evidence, AuditLog audit, TimeProvider clock)
{
    private static readonly OutboxPhase[] _settled = [OutboxPhase.Settled];

    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var (options, now, changed) = (settings.Current.Options.Outbox, clock.GetUtcNow(), 0);
        var contents = new OutboxFilter { Phases = _settled, HasContent = true, SkipsUnreadable = true, UpdatedBefore = now - options.ContentRetention };
        await foreach (var mail in store.ListAsync(tenant, contents, cancellationToken).ConfigureAwait(false))
            changed += await store.TryUpdateAsync(mail with { HasContent = false }, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        var addresses = new OutboxFilter { Phases = _settled, SkipsUnreadable = true, UpdatedBefore = now - options.AddressRetention };
        await foreach (var mail in store.ListAsync(tenant, addresses, cancellationToken).ConfigureAwait(false))
            changed += mail.Recipients.Any(recipient => recipient.Address is not null) && await EraseAsync(mail, static _ => true, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        if (changed > 0)
            audit.Purged(changed);
        return changed;
    }

    public async Task<(int Erased, int Left)> ErasePersonAsync(string address, CancellationToken cancellationToken)
    {
        var (erased, left) = (0, 0);
        await foreach (var mail in store.ListAsync(tenant, new OutboxFilter(), cancellationToken).ConfigureAwait(false))
        {
            if (!mail.Recipients.Any(recipient => MailAddressSyntax.AreSame(recipient.Address, address)))
                continue;
            if (mail.Phase is OutboxPhase.Settled && await EraseAsync(mail, found => MailAddressSyntax.AreSame(found, address), cancellationToken).ConfigureAwait(false))
                erased++;
            else
                left++;
        }

        audit.PersonErased(erased, left);
        return (erased, left);
    }

    // UpdatedAt stays what it was: it is what the retention counts from.
    private async Task<bool> EraseAsync(OutboxMail mail, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        // The reports first: where the addresses are gone, nobody looks for them again.
        if (evidence is not null)
            await evidence.EraseDataAsync(tenant, mail.Id, cancellationToken).ConfigureAwait(false);
        return await store.TryUpdateAsync(OutboxTransitions.WithoutAddresses(mail, isMeant) with { HasContent = false }, cancellationToken).ConfigureAwait(false);
    }
}
