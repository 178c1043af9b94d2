namespace BaseComponents.SecureMail;

/// <summary>What became of one mail of a message.</summary>
public enum MailPartState
{
    /// <summary>The server did not take it, or it was not tried.</summary>
    NotSent,

    /// <summary>It was handed over, but the server's answer was lost (RFC 1047): it may or may not be delivered.</summary>
    Unknown,

    /// <summary>The server has taken responsibility for it.</summary>
    Accepted,
}
