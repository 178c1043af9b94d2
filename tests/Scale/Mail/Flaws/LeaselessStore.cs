using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Mail.Workers;

namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>Overwrites whatever version is there.</summary>
internal sealed class LeaselessStore(IMailOutboxStore inner) : StoreDecorator(inner)
{
    public override async Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default)
    {
        while (!await base.TryUpdateAsync(mail, cancellationToken))
        {
            if (await FindAsync(mail.Tenant, mail.Id, cancellationToken) is not { } stored)
                return false;
            mail = mail with { Version = stored.Version };
        }

        return true;
    }
}
