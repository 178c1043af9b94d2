using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>A mail from the store with its bytes, for those recipients that have no answer yet.</summary>
internal sealed record StoredMail(OutboxMail Mail, byte[] Content, IReadOnlyList<OutboxRecipient> Recipients);
