namespace BaseComponents.SecureMail;

/// <summary>What a certificate in the settings is used for.</summary>
public enum CertificateRole
{
    /// <summary>The sender signs with it.</summary>
    Signing,

    /// <summary>Mail to oneself is encrypted for it.</summary>
    EncryptionToSelf,

    /// <summary>A pinned recipient's.</summary>
    Recipient,
}
