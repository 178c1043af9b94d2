namespace BaseComponents.Authorities;

/// <summary>
/// The directory has no data, or a source could not be read. The message says what happened, the likely cause and the next step, and ends
/// with the address of its entry in docs/errors.md.
/// </summary>
public sealed class AuthoritiesException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">One of the codes in docs/errors.md.</param>
    /// <param name="message">What happened, likely cause, next step.</param>
    /// <param name="isTransient">Whether it may pass by itself.</param>
    /// <param name="innerException">The technical cause.</param>
    public AuthoritiesException(string code, string message, bool isTransient, Exception? innerException = null)
        : base($"{message} (docs/errors.md#{code})", innerException)
    {
        Code = code;
        IsTransient = isTransient;
    }

    /// <summary>The entry in docs/errors.md, such as <c>authorities.no-data</c>.</summary>
    public string Code { get; }

    /// <summary>Whether the same call may succeed later without anybody doing anything.</summary>
    public bool IsTransient { get; }

    /// <summary>The source's own support reference, where it sends one.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>How long the source wants no request, where it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
