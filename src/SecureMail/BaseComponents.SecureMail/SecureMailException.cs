namespace BaseComponents.SecureMail;

/// <summary>A mail could not be sent or read. The message names no person.</summary>
public sealed class SecureMailException : Exception
{
    /// <summary>A fault with its code.</summary>
    /// <param name="code">One of <see cref="SecureMailErrors"/>.</param>
    /// <param name="message">What happened, the likely cause, the next step.</param>
    /// <param name="innerException">The cause, where it holds no personal data.</param>
    public SecureMailException(string code, string message, Exception? innerException = null)
        : base($"{message} See docs/errors.md#{code}", innerException) => Code = code;

    /// <summary>One of <see cref="SecureMailErrors"/>.</summary>
    public string Code { get; }

    /// <summary>Whether the same mail may succeed later without a change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The Message-ID of the mail, where one had been chosen.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Whether the mail may have been delivered all the same.</summary>
    public MailOutcome Outcome { get; init; }

    /// <summary>Index of the recipient that the fault is about, in <see cref="SecureMessage.To"/> and, beginning with its length, in <see cref="SecureMessage.Bcc"/>.</summary>
    public int? RecipientIndex { get; init; }

    /// <summary>What became of each mail, where the message is several and at least one of them was given to the mail server.</summary>
    public IReadOnlyList<MailPart> Parts { get; init; } = [];
}
