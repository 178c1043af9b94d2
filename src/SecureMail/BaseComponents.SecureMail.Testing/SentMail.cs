namespace BaseComponents.SecureMail.Testing;

/// <summary>A mail that the application has sent to the <see cref="FakeSecureMailClient"/>.</summary>
/// <param name="Message">The message as it was given.</param>
/// <param name="Attachments">Its attachments with their bytes.</param>
/// <param name="Receipt">What the application got back.</param>
public sealed record SentMail(SecureMessage Message, IReadOnlyList<ReceivedAttachment> Attachments, MailReceipt Receipt);
