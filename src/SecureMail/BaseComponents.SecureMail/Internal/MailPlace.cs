namespace BaseComponents.SecureMail.Internal;

/// <summary>Where a mail was taken from.</summary>
internal enum MailPlace
{
    /// <summary>A file or stream of the application's: who wrote it is not known, and nothing in it is believed without a signature.</summary>
    Unknown,

    /// <summary>The configured mailbox, whose server put its own Received header on top.</summary>
    Mailbox,
}
