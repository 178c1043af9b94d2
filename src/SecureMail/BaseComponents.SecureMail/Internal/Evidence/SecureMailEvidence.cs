using System.Security.Cryptography;
using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>Stamps what has no stamp yet. Mails are found, not announced: enqueueing knows nothing of it, and cannot fail because of it.</summary>
internal sealed class SecureMailEvidence(string tenant, MailSettingsSource settings, IMailOutboxStore mails, IMailEvidenceStore store, TimeProvider clock, ILogger<SecureMailEvidence> logger) : ISecureMailEvidence
{
    private const int Batch = 20;
    private static readonly TimeSpan _lookBack = TimeSpan.FromDays(30);

    public bool IsOn => settings.Current.Options.Outbox.TimeStamps.Address is not null;

    public async Task<(int Asked, int Stamped)> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var current = settings.Current;
        var options = current.Options.Outbox.TimeStamps;
        if (options.Address is null)
            return (0, 0);
        var now = clock.GetUtcNow();
        foreach (var id in await store.FindUnstampedAsync(tenant, now - _lookBack, Batch, cancellationToken).ConfigureAwait(false))
            await store.TryAddAsync(new MailEvidence { Tenant = tenant, MailId = id, Name = MailEvidence.OfMail, CreatedAt = now, DueAt = now }, cancellationToken).ConfigureAwait(false);
        var due = await store.ClaimDueAsync(tenant, now, now + (Batch * options.Timeout), Batch, cancellationToken).ConfigureAwait(false);
        await store.DeleteBeforeAsync(tenant, now - options.Retention, cancellationToken).ConfigureAwait(false);
        return due.Count == 0 ? (0, 0) : (due.Count, await StampAsync(due, current, cancellationToken).ConfigureAwait(false));
    }

    public Task<IReadOnlyList<MailEvidence>> FindAsync(string mailId, CancellationToken cancellationToken = default) => store.FindAsync(tenant, mailId, cancellationToken);

    public async Task<IReadOnlyList<EvidenceFile>> ExportAsync(string mailId, CancellationToken cancellationToken = default)
    {
        var files = new List<EvidenceFile>();
        foreach (var evidence in await store.FindAsync(tenant, mailId, cancellationToken).ConfigureAwait(false))
        {
            if (evidence.State is not EvidenceState.Stamped)
                continue;
            files.AddRange(EvidenceFiles.Of(evidence));
            if (await DataAsync(evidence, settings.Current, cancellationToken).ConfigureAwait(false) is { } data)
                files.Add(new EvidenceFile($"{evidence.Name}.eml", data));
        }

        return files;
    }

    private async Task<int> StampAsync(IReadOnlyList<MailEvidence> due, MailSettings current, CancellationToken cancellationToken)
    {
        using var client = new TimeStampClient(current.Options.Outbox.TimeStamps, current.EvidenceStamps, clock);
        var stamped = 0;
        foreach (var evidence in due)
            stamped += await StampAsync(evidence, client, current, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        return stamped;
    }

    private async Task<bool> StampAsync(MailEvidence evidence, TimeStampClient client, MailSettings current, CancellationToken cancellationToken)
    {
        var options = current.Options.Outbox.TimeStamps;
        var hash = await HashAsync(evidence, options.Hash, current, cancellationToken).ConfigureAwait(false);
        var result = hash is null ? new StampResult(EvidenceProblem.ContentGone) : await client.StampAsync(hash, cancellationToken).ConfigureAwait(false);
        var next = result.Problem switch
        {
            null => evidence with { DueAt = null, Problem = null, Hash = options.Hash, HashValue = Convert.ToHexStringLower(hash!), Token = result.Token, Time = result.Time, CertificatesPem = result.CertificatesPem, RevocationPem = result.RevocationPem },
            EvidenceProblem.ContentGone => evidence with { DueAt = null, Problem = result.Problem },
            _ => evidence with { DueAt = clock.GetUtcNow() + Wait(evidence.Attempts, options), Attempts = evidence.Attempts + 1, Problem = result.Problem },
        };
        // What was asked for must be stored even when the host is being stopped; a lease that ran out has asked twice, and one of the two stamps is kept.
        await store.TryUpdateAsync(next, CancellationToken.None).ConfigureAwait(false);
        Telemetry.Stamped(tenant, result.Problem);
        if (result.Problem is { } problem)
            logger.NotStamped(evidence.MailId, evidence.Name, problem, next.Attempts);
        else
            logger.Stamped(evidence.MailId, evidence.Name);
        return result.Problem is null;
    }

    private static TimeSpan Wait(int attempts, TimeStampServiceOptions options)
    {
        var wait = options.FirstRetry * Math.Pow(2, Math.Min(attempts, 20));
        return wait < options.MaxRetry ? wait : options.MaxRetry;
    }

    private async Task<byte[]?> HashAsync(MailEvidence evidence, EvidenceHash wanted, MailSettings current, CancellationToken cancellationToken)
    {
        try
        {
            if (await DataAsync(evidence, current, cancellationToken).ConfigureAwait(false) is { } data)
                return CryptographicOperations.HashData(EvidenceHashes.NameOf(wanted), data);
        }
        catch (SecureMailException fault) when (!fault.IsTransient)
        {
            return null;
        }

        // The mail is gone, its hash is still there.
        var mail = evidence.Name == MailEvidence.OfMail ? await mails.FindAsync(tenant, evidence.MailId, cancellationToken).ConfigureAwait(false) : null;
        return mail is not null && wanted is EvidenceHash.Sha256 ? Convert.FromHexString(mail.ContentHash) : null;
    }

    private async Task<byte[]?> DataAsync(MailEvidence evidence, MailSettings current, CancellationToken cancellationToken)
    {
        if (evidence.Name != MailEvidence.OfMail)
            return evidence.Data?.ToArray();
        return await mails.FindAsync(tenant, evidence.MailId, cancellationToken).ConfigureAwait(false) is { HasContent: true } mail
            ? await StoredContents.ReadAsync(mail, mails, current, cancellationToken).ConfigureAwait(false)
            : null;
    }
}
