using System.Security.Cryptography;
using BaseComponents.SecureMail.Evidence;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>Orders stamps over reports that fit. So many are stamped of one mail, whoever writes more.</summary>
internal sealed class EvidenceOrders(string tenant, MailSettingsSource settings, IMailEvidenceStore? store, TimeProvider clock)
{
    private const int MaxOfOneMail = 20;

    public async Task OrderAsync(string mailId, byte[]? report, CancellationToken cancellationToken)
    {
        if (store is null || report is null || settings.Current.Options.Outbox.TimeStamps.Address is null)
            return;
        if ((await store.FindAsync(tenant, mailId, cancellationToken).ConfigureAwait(false)).Count >= MaxOfOneMail)
            return;
        var now = clock.GetUtcNow();
        var name = $"report-{Convert.ToHexStringLower(SHA256.HashData(report))[..16]}";
        await store.TryAddAsync(new MailEvidence { Tenant = tenant, MailId = mailId, Name = name, CreatedAt = now, DueAt = now, Data = report }, cancellationToken).ConfigureAwait(false);
    }
}
