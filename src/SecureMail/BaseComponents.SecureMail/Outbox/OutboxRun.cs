namespace BaseComponents.SecureMail.Outbox;

/// <summary>What one run has done.</summary>
/// <param name="Claimed">Mails taken.</param>
/// <param name="Settled">Of these, mails that need no more work.</param>
/// <param name="Held">Of these, mails that wait for a person.</param>
public sealed record OutboxRun(int Claimed, int Settled, int Held);
