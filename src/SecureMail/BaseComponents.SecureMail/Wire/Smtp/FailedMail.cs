using MimeKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>What a fault says of its mail, and which names are kept out of it.</summary>
/// <param name="MessageId">The mail.</param>
/// <param name="People">Whose addresses are taken out of the server's answer.</param>
/// <param name="PlaceOf">The place of a recipient in the caller's message.</param>
internal sealed record FailedMail(string MessageId, IReadOnlyList<MailboxAddress> People, Func<string?, int?> PlaceOf);
