namespace BaseComponents.Authorities.Internal;

/// <summary>What is known after the last attempt to read the sources.</summary>
/// <param name="Snapshot">The last data that could be read.</param>
/// <param name="Failure">Why the last attempt failed; none if it did not.</param>
/// <param name="AttemptedAt">When it was.</param>
internal sealed record LoadState(Snapshot? Snapshot, AuthoritiesException? Failure, DateTimeOffset AttemptedAt)
{
    public static readonly LoadState Initial = new(null, null, DateTimeOffset.MinValue);

    public DataVersion? Version => Snapshot is null ? null : new DataVersion(Snapshot.LoadedAt, IsStale: Failure is not null);

    public DateTimeOffset DueAt(AuthoritiesOptions options)
    {
        if (AttemptedAt == DateTimeOffset.MinValue)
            return AttemptedAt;
        return AttemptedAt + (Failure is null ? options.ReloadInterval : options.RetryDelay);
    }
}
