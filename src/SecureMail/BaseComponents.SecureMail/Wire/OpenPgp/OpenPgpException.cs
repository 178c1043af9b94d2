namespace BaseComponents.SecureMail.Wire.OpenPgp;

internal enum OpenPgpProblem
{
    /// <summary>The message is not in the form of RFC 9580, or larger than allowed.</summary>
    Malformed,

    /// <summary>No key opens it: another recipient, or the message was changed. The two are never told apart.</summary>
    NoKey,

    /// <summary>An algorithm or version that is not accepted.</summary>
    UnsupportedAlgorithm,

    /// <summary>Encrypted in the old way that does not show a change.</summary>
    NotProtected,

    /// <summary>Unpacked it would be larger than a mail may be.</summary>
    TooLarge,
}

internal sealed class OpenPgpException(OpenPgpProblem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    public OpenPgpProblem Problem { get; } = problem;
}
