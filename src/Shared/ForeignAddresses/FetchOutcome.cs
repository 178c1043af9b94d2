namespace BaseComponents.Shared.ForeignAddresses;

/// <summary>What came of a fetch. Nothing of it is an exception: the address was somebody else's choice.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <param name="Content">The whole answer.</param>
    public sealed record Fetched(byte[] Content) : FetchOutcome;

    /// <summary>The rules forbid it; nothing, or nothing more, was sent.</summary>
    public sealed record Forbidden(FetchProblem Problem) : FetchOutcome;

    /// <summary>The server answered that there is nothing.</summary>
    public sealed record Missing : FetchOutcome;

    /// <summary>No usable answer came: not reached, out of order, too slow, too long.</summary>
    public sealed record Failed(FetchProblem Problem) : FetchOutcome;
}

/// <summary>Why nothing was fetched.</summary>
internal enum FetchProblem
{
    /// <summary>Neither https, nor http where that will do.</summary>
    Scheme,

    /// <summary>A name and password, or a port that is not the scheme's.</summary>
    Form,

    /// <summary>A machine that is not on the public network, or, behind a proxy, one that is not configured.</summary>
    Place,

    Redirects,

    /// <summary>Nobody has that name.</summary>
    NameUnknown,

    /// <summary>Nobody answers, or with a certificate that is not trusted.</summary>
    Unreachable,

    Status,

    TooLong,

    TooSlow,
}
