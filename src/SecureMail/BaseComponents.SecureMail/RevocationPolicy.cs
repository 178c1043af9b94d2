namespace BaseComponents.SecureMail;

/// <summary>What it takes that nobody could be asked whether a certificate is revoked. A certificate that is revoked is refused under both <see cref="Soft"/> and <see cref="Hard"/>.</summary>
public enum RevocationPolicy
{
    /// <summary>Unknown will do, and it is said that it is unknown.</summary>
    Soft,

    /// <summary>Unknown is refused. For authorities whose certificates all name a list or a responder that is reached from here, or whose lists are brought along.</summary>
    Hard,

    /// <summary>Nobody is asked, and the lists that were brought along are not looked into.</summary>
    Off,
}
