namespace BaseComponents.SecureMail;

/// <summary>What a sender may do for a recipient whose key nobody knows.</summary>
public enum MailPolicy
{
    /// <summary>Refuse. Every encrypted mail is encrypted to a key of its recipient, from end to end.</summary>
    RequireEncryption = 0,

    /// <summary>
    /// Leave the encryption to the gateway, where the message asks for it (<see cref="MailProtection.EncryptedOrGateway"/>, <see cref="MailProtection.ByGateway"/>) and
    /// <see cref="GatewayOptions.EncryptsOrRefuses"/> is set.
    /// </summary>
    GatewayFallback = 1,
}
