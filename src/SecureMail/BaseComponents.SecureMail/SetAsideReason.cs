namespace BaseComponents.SecureMail;

/// <summary>Why a mail was set aside.</summary>
public enum SetAsideReason
{
    /// <summary>The application said so.</summary>
    ByApplication,

    /// <summary>It is larger than <see cref="SecureMailLimits.MaxIncomingSize"/>.</summary>
    TooLarge,

    /// <summary>It is no mail, or nested deeper than allowed.</summary>
    Malformed,

    /// <summary>None of the configured keys opens it, or its encryption is not accepted.</summary>
    CannotDecrypt,

    /// <summary>Its signature is not valid, and <see cref="MailboxOptions.SetAsideUnlessValid"/> is set.</summary>
    NotValid,

    /// <summary>It was handed out <see cref="MailboxOptions.MaxAttempts"/> times and never acknowledged.</summary>
    GivenUp,
}
