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
}

/// <summary>What a certificate is used for.</summary>
internal enum MailUse
{
    Sign,
    Encrypt,
}
