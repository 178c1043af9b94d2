using BaseComponents.SecureMail.Wire.FileDrop;
using BaseComponents.SecureMail.Wire.Imap;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>Opens what the settings name.</summary>
internal sealed class MailSources(TimeProvider clock)
{
    public IMailSource Open(MailboxOptions options) => options.FileDrop is not null ? new FileDropSource(options, clock) : new ImapSource(options, clock);
}
