namespace BaseComponents.SecureMail;

/// <summary>How a mail is protected, for people who look for a fault. It says nothing of the content.</summary>
public sealed record MailExplanation
{
    /// <summary>From the outermost layer to the innermost that could be opened.</summary>
    public required IReadOnlyList<MailLayer> Layers { get; init; }

    /// <summary>What the signature is worth; <see langword="null"/> where the mail could not be opened.</summary>
    public SignatureVerdict? Verdict { get; init; }

    /// <summary>Whether a part below the root is encrypted; see <see cref="ReceivedMail.HasEncryptedPart"/>.</summary>
    public bool HasEncryptedPart { get; init; }

    /// <summary>Why the mail could not be opened.</summary>
    public SecureMailException? Fault { get; init; }
}
