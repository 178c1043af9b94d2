namespace BaseComponents.SecureMail.Evidence;

/// <summary>Why there is no time stamp yet.</summary>
public enum EvidenceProblem
{
    /// <summary>The service does not answer, or not with a time stamp's answer. It is asked again.</summary>
    Unreachable,

    /// <summary>The service refuses: it does not take the hash or the policy, or is out of order. It is asked again.</summary>
    Refused,

    /// <summary>The answer is not to this question: another hash, nonce or policy, or broken. It is asked again.</summary>
    NotGenuine,

    /// <summary>
    /// The answer is not from whom it should be: its certificate does not lead to <see cref="TimeStampServiceOptions.AnchorsPem"/>, is not for time stamps alone, is revoked, or not named in the signature (RFC 5816). It is
    /// asked again.
    /// </summary>
    Untrusted,

    /// <summary>What was to be stamped is no longer stored, or damaged.</summary>
    ContentGone,
}
