using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>The mail server refused every recipient; each has its answer. It never leaves the package.</summary>
internal sealed class RecipientsRefusedException(IReadOnlyDictionary<int, OutboxRecipient> refused) : Exception
{
    public IReadOnlyDictionary<int, OutboxRecipient> Refused { get; } = refused;
}
