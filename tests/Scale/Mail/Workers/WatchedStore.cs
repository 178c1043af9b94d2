using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>Knows from what is written which step a mail has reached.</summary>
internal sealed class WatchedStore(IMailOutboxStore inner, StepKiller killer) : StoreDecorator(inner)
{
    private static readonly TimeSpan IntoTheGap = TimeSpan.FromMilliseconds(40);

    public override async Task<IReadOnlyList<OutboxMail>> ClaimDueAsync(string tenant, DateTimeOffset now, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken = default)
    {
        var claimed = await base.ClaimDueAsync(tenant, now, leaseUntil, count, cancellationToken);
        if (claimed.Count > 0)
            killer.Reach(MailSteps.Claimed);
        return claimed;
    }

    public override async Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default)
    {
        if (mail.Phase is OutboxPhase.HandingOver)
            killer.Reach(MailSteps.BeforeTheEnd);
        if (mail.Phase is OutboxPhase.Settled && mail.HasContent)
            killer.Reach(MailSteps.Answered);
        if (!await base.TryUpdateAsync(mail, cancellationToken))
            return false;
        if (Steps(mail.Phase) is { } step)
            killer.Reach(step);
        if (mail.Phase is OutboxPhase.HandingOver)
            _ = Task.Delay(IntoTheGap, CancellationToken.None).ContinueWith(_ => killer.Reach(MailSteps.InTheGap), TaskScheduler.Default);
        return true;
    }

    private static string? Steps(OutboxPhase phase) => phase switch
    {
        OutboxPhase.Waiting => MailSteps.Deferred,
        OutboxPhase.Sending => MailSteps.Sending,
        OutboxPhase.HandingOver => MailSteps.HandingOver,
        OutboxPhase.Held => MailSteps.Held,
        OutboxPhase.Settled => MailSteps.Settled,
        _ => null,
    };
}
