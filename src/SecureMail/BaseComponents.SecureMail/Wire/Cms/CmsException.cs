namespace BaseComponents.SecureMail.Wire.Cms;

internal enum CmsProblem
{
    /// <summary>The message is not in the form of RFC 5652, or larger than allowed.</summary>
    Malformed,

    /// <summary>No key opens it: another recipient, or the message was changed. The two are never told apart.</summary>
    NoKey,

    /// <summary>An algorithm that is not accepted.</summary>
    UnsupportedAlgorithm,

    /// <summary>A key of ours, or of a recipient's certificate, does not do its work.</summary>
    UnusableKey,
}

internal sealed class CmsException(CmsProblem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    public CmsProblem Problem { get; } = problem;
}
