namespace BaseComponents.SecureMail.Internal;

/// <summary>Why a certificate must not be used for a mail address.</summary>
internal enum CertificateFault
{
    None,
    NotYetValid,
    Expired,
    AddressMismatch,
    WrongUsage,
    WeakKey,
    Untrusted,
    Revoked,
    RevocationUnknown,
}

/// <summary>What a certificate is used for.</summary>
internal enum MailUse
{
    /// <summary>By the own sender.</summary>
    Sign,

    /// <summary>Of somebody else's signature.</summary>
    Verify,

    Encrypt,
}
