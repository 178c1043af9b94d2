using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>A mail that is ready for the wire. Its ciphertext is kept until it is disposed.</summary>
internal sealed record SealedMail(MimeMessage Message, string MessageId, MailboxAddress Sender, IReadOnlyList<MailboxAddress> Recipients, long Size) : IDisposable
{
    public void Dispose() => Message.Dispose();
}
