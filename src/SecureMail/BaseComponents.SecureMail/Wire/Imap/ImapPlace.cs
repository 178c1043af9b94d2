using MailKit;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>An open mailbox.</summary>
/// <param name="Client">The connection.</param>
/// <param name="Folder">The folder that is read, selected.</param>
/// <param name="Done">Where acknowledged mails go, or null where they stay.</param>
/// <param name="SetAside">Where mails go that somebody has to look at.</param>
internal sealed record ImapPlace(VerifiedImapClient Client, IMailFolder Folder, IMailFolder? Done, IMailFolder SetAside)
{
    /// <exception cref="SecureMailException">The server has numbered its mails anew, so that the number means another mail or none.</exception>
    public void CheckNumbers(UniqueId mail)
    {
        if (mail.Validity != Folder.UidValidity)
            throw ImapFault.Lost();
    }
}
