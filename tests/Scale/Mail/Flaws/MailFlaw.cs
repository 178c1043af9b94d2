namespace BaseComponents.Tests.Scale.Mail.Flaws;

/// <summary>A guarantee that is taken away, to see that the auditor notices. It is taken from around the outbox; the outbox itself knows nothing of it.</summary>
internal enum MailFlaw
{
    None,

    /// <summary>Whoever has lost the lease writes all the same.</summary>
    LeaseNotCompared,

    /// <summary>That the end of the mail is about to be written is not written down.</summary>
    EndNotWritten,

    /// <summary>A mail of unknown fate is sent again, although nobody decided so.</summary>
    AmbiguousSentAgain,

    /// <summary>The mail is stored at once, and not in the caller's transaction.</summary>
    StoredAtOnce,

    /// <summary>The mail is stored and sent as it is, without encryption.</summary>
    PlainText,
}
