namespace BaseComponents.SecureMail;

/// <summary>What became of a mail that could not be sent normally.</summary>
public enum MailOutcome
{
    /// <summary>Nothing was handed over. Sending again cannot make a duplicate.</summary>
    NotSent,

    /// <summary>
    /// The whole mail was handed over, but the connection ended before the server's answer (RFC 1047). It may or may not be delivered;
    /// sending it again with the same <see cref="SecureMessage.Key"/> gives a duplicate with the same Message-ID.
    /// </summary>
    Unknown,

    /// <summary>The message is several mails, and not all of them had the same fate: <see cref="SecureMailException.Parts"/> says which recipients are still to be served.</summary>
    Partly,
}
