using BaseComponents.Sandbox.Mail.OpenPgp;

namespace BaseComponents.Sandbox.Mail;

/// <summary>All keys of the mailboxes, of either kind.</summary>
internal sealed record MailboxKeys(MailKeys Smime, PgpKeys OpenPgp);
