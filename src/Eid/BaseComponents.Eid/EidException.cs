namespace BaseComponents.Eid;

/// <summary>A fault of the Eid component. Log-ins that do not succeed are no faults: see <see cref="EidLoginOutcome"/>.</summary>
public sealed class EidException : Exception
{
    /// <summary>A fault with its code.</summary>
    /// <param name="code">Entry of docs/errors.md.</param>
    /// <param name="message">What happened, the likely cause, the next step; without personal data.</param>
    /// <param name="innerException">What lies beneath.</param>
    public EidException(string code, string message, Exception? innerException = null)
        : base($"{message} See docs/errors.md#{code}", innerException) => Code = code;

    /// <summary>Entry of docs/errors.md, such as <c>eid.no-identity</c>.</summary>
    public string Code { get; }

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The service's own reference for its support, where it gave one.</summary>
    public string? CorrelationId { get; init; }
}
