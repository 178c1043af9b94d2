namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>A mailbox of one sender, keyed by the sender.</summary>
/// <param name="Value">Its name; empty for the one without.</param>
internal sealed record MailboxName(string Value);
