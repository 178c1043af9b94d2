namespace BaseComponents.SecureMail.Outbox;

/// <summary>Who protects a stored mail on its way behind the configured mail server.</summary>
public enum OutboxProtection
{
    /// <summary>Encrypted for its recipients, in the outbox as on the wire.</summary>
    Encrypted,

    /// <summary>Signed; the gateway encrypts or refuses. In the outbox it lies encrypted for <see cref="OutboxOptions.StorageKeys"/>.</summary>
    ByGateway,

    /// <summary>Signed, and sent unencrypted for the reason the caller gave. In the outbox it lies encrypted for <see cref="OutboxOptions.StorageKeys"/>.</summary>
    Plain,
}
