namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Another worker has taken the mail before its end was written: this attempt breaks off. It never leaves the package.</summary>
internal sealed class OutboxLeaseLostException : Exception;
