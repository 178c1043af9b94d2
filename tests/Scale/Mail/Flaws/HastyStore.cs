using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Mail.Workers;

namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>Lets a mail that should wait for a person be sent again at once.</summary>
internal sealed class HastyStore(IMailOutboxStore inner) : StoreDecorator(inner)
{
    public override Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default) =>
        base.TryUpdateAsync(mail.Phase is OutboxPhase.Held ? mail with { Phase = OutboxPhase.Waiting, DueAt = mail.UpdatedAt, Recipients = [.. mail.Recipients.Select(Again)] } : mail, cancellationToken);

    private static OutboxRecipient Again(OutboxRecipient recipient) =>
        recipient.State is OutboxRecipientState.Ambiguous ? recipient with { State = OutboxRecipientState.Deferred } : recipient;
}
