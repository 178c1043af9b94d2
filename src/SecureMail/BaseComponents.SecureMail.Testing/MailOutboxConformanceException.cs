namespace BaseComponents.SecureMail.Testing;

/// <summary>A store breaks a promise of <see cref="Outbox.IMailOutboxStore"/>.</summary>
public sealed class MailOutboxConformanceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="check">The promise that is broken.</param>
    /// <param name="finding">What was seen.</param>
    public MailOutboxConformanceException(string check, string finding)
        : base($"The store breaks the promise '{check}': {finding}")
    {
    }
}
