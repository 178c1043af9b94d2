namespace BaseComponents.SecureMail;

/// <summary>A mailbox whose mails are handed out one after the other, decrypted and judged, until each is acknowledged.</summary>
/// <remarks>Amtlich: Posteingang eines Fachverfahrens.</remarks>
public interface ISecureMailbox
{
    /// <summary>
    /// The mails of the mailbox, also those that come later: it ends with the token alone. Each is to be acknowledged or set aside before the next is asked for; it is disposed then. One that is
    /// not comes again after <see cref="MailboxOptions.RetryAfter"/>, and is set aside after <see cref="MailboxOptions.MaxAttempts"/>. What cannot be opened is set aside and not handed out.
    /// </summary>
    /// <remarks>
    /// At least once: a process that ends between the work and the acknowledgement gets the mail again. <see cref="MailDelivery.Fingerprint"/> tells that it is the same, also where the sender
    /// has sent it twice.
    /// </remarks>
    /// <param name="cancellationToken">Ends the waiting, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SecureMailException">
    /// The mailbox cannot be read for a reason that does not go away by itself: a certificate, a password, a missing folder. An outage is waited for.
    /// </exception>
    IAsyncEnumerable<ReceivedMail> ReceiveAsync(CancellationToken cancellationToken = default);
}
