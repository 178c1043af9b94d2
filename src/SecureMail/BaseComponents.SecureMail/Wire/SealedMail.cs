using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>A mail that is ready for the wire. Its ciphertext is kept until it is disposed.</summary>
internal sealed record SealedMail(MimeMessage Message, string MessageId, MailboxAddress Sender, IReadOnlyList<MailboxAddress> Recipients, long Size, IDisposable Kept) : IDisposable
{
    /// <summary>Certificates, the sender's among them, that nobody could be asked about.</summary>
    public int OfUnknownRevocation { get; init; }

    public void Dispose() => Kept.Dispose();
}
