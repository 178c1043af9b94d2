namespace BaseComponents.Authorities.Internal.Live;

/// <summary>What was learned about the source while one question was asked.</summary>
internal sealed class LiveReading
{
    /// <summary>When the oldest answer was given; none before the first.</summary>
    public DateTimeOffset? OldestAt { get; private set; }

    /// <summary>Why old answers were used, or parts were left out; none if all is new.</summary>
    public AuthoritiesException? Failure { get; private set; }

    /// <summary>Whether an answer is older than wanted.</summary>
    public bool IsStale { get; private set; }

    public DataVersion? Version => OldestAt is { } at ? new DataVersion(at, IsStale) : null;

    public void Take(DateTimeOffset at, bool isStale, AuthoritiesException? failure)
    {
        OldestAt = OldestAt < at ? OldestAt : at;
        IsStale |= isStale;
        Failure ??= failure;
    }

    public void Miss(AuthoritiesException failure) => Failure ??= failure;
}
