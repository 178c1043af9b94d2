using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>A mail that is ready for the wire.</summary>
internal sealed record SealedMail(MimeMessage Message, string MessageId, MailboxAddress Sender, IReadOnlyList<MailboxAddress> Recipients, long Size);
