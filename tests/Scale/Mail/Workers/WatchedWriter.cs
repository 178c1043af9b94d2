using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>Knows when a mail is sealed.</summary>
internal sealed class WatchedWriter(IMailOutboxWriter inner, StepKiller killer) : IMailOutboxWriter
{
    public Task<IReadOnlyList<OutboxMail>> FindKeyAsync(string tenant, string keyHash, CancellationToken cancellationToken = default) => inner.FindKeyAsync(tenant, keyHash, cancellationToken);

    public Task<bool> TryAddAsync(IReadOnlyList<(OutboxMail Mail, byte[] Content)> mails, CancellationToken cancellationToken = default)
    {
        killer.Reach(MailSteps.Sealed);
        return inner.TryAddAsync(mails, cancellationToken);
    }
}
