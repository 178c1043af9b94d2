using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Wire.Smtp;
using BaseComponents.Shared.Tracing;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Takes what is due for one tenant and tries it. Any number may run, in any processes: the store gives a mail to one of them.</summary>
internal sealed class OutboxWorker(string tenant, MailSettingsSource settings, IMailOutboxStore store, StoredDelivery delivery, AuditLog audit, RememberedCauses causes, TimeProvider clock, ILogger<OutboxWorker> logger) : ISecureMailOutboxWorker
{
    private readonly OutboxRamp _ramp = new();

    public TimeSpan Pause => settings.Current.Options.Outbox.Pause;

    public async Task<OutboxRun> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var current = settings.Current;
        var (options, now) = (current.Options.Outbox, clock.GetUtcNow());
        var claimed = await store.ClaimDueAsync(tenant, now, now + options.Lease, _ramp.Allowed(options.Concurrency), cancellationToken).ConfigureAwait(false);
        var tried = await Task.WhenAll(claimed.Select(mail => TryAsync(mail, current, cancellationToken))).ConfigureAwait(false);
        if (tried.Length > 0)
            _ramp.After(!tried.Any(attempt => attempt.IsUnreached), options.Concurrency);
        return new OutboxRun(tried.Length, tried.Count(attempt => attempt.Phase is OutboxPhase.Settled), tried.Count(attempt => attempt.Phase is OutboxPhase.Held));
    }

    private async Task<(OutboxPhase Phase, bool IsUnreached)> TryAsync(OutboxMail mail, MailSettings current, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Attempt(tenant, causes.LinksTo(mail.Id));
        var lease = new OutboxLease(store, mail, current.Options.Outbox.Lease, clock, logger);
        await using (lease.ConfigureAwait(false))
        {
            var attempt = new OutboxAttempt(store, delivery, current, lease, audit, clock, logger);
            await attempt.RunAsync(cancellationToken).ConfigureAwait(false);
            activity?.SetTag("phase", lease.Mail.Phase.ToString());
            return (lease.Mail.Phase, attempt.IsUnreached);
        }
    }
}
