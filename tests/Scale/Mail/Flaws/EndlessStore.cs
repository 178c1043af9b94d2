using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Mail.Workers;

namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>Keeps to itself that the end of the mail is about to be written: the row says what it said before.</summary>
internal sealed class EndlessStore(IMailOutboxStore inner) : StoreDecorator(inner)
{
    public override Task<bool> TryUpdateAsync(OutboxMail mail, CancellationToken cancellationToken = default) =>
        base.TryUpdateAsync(mail.Phase is OutboxPhase.HandingOver ? mail with { Phase = OutboxPhase.Sending, Recipients = [.. mail.Recipients.Select(Before)] } : mail, cancellationToken);

    private static OutboxRecipient Before(OutboxRecipient recipient) =>
        recipient.State is OutboxRecipientState.Ambiguous ? recipient with { State = OutboxRecipientState.Sealed, Code = null } : recipient;
}
