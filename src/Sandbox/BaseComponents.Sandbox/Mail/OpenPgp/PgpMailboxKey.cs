namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>The OpenPGP key of a mailbox in text form.</summary>
internal sealed record PgpMailboxKey(string Address, string PublicKey, string SecretKey);
