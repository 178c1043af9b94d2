using BaseComponents.SecureMail.Internal;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>A mail that is ready for the wire. Its ciphertext is kept until it is disposed.</summary>
internal sealed record SealedMail(MimeMessage Message, string MessageId, MailboxAddress Sender, OutgoingPart Part, long Size, IDisposable Kept) : IDisposable
{
    /// <summary>Whom the envelope names.</summary>
    public IReadOnlyList<MailboxAddress> Recipients { get; } = [.. Part.Recipients.Select(recipient => new MailboxAddress(null, recipient.Address))];

    /// <summary>Certificates, the sender's among them, that nobody could be asked about.</summary>
    public int OfUnknownRevocation { get; init; }

    /// <summary>The place of a recipient in the message that the caller gave; null for one that is none of this mail's.</summary>
    public int? PlaceOf(string? address) => Part.Recipients.FirstOrDefault(recipient => MailAddressSyntax.AreSame(recipient.Address, address))?.Index;

    public void Dispose() => Kept.Dispose();
}
