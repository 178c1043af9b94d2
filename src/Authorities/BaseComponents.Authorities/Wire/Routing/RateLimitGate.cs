namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>The service wants to be left alone for longer than a question may wait.</summary>
internal sealed class RateLimitedException(TimeSpan wait) : Exception($"The service wants no request for {wait}.")
{
    public TimeSpan Wait => wait;
}

/// <summary>Keeps to what the service says of its limit: <c>Retry-After</c>, and <c>RateLimit-Reset</c> (seconds) once <c>RateLimit-Remaining</c> is 0.</summary>
internal sealed class RateLimitGate(TimeSpan longestWait, TimeProvider clock)
{
    // A service that says nonsense does not shut this process out for good.
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(1);
    private long _openAt;

    /// <exception cref="RateLimitedException">It would take too long.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        var wait = new DateTimeOffset(Interlocked.Read(ref _openAt), TimeSpan.Zero) - clock.GetUtcNow();
        if (wait > longestWait)
            throw new RateLimitedException(wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what an answer says of the limit.</summary>
    /// <returns>How long no request is wanted.</returns>
    public TimeSpan Observe(HttpResponseMessage answer)
    {
        var pause = Pause(answer);
        if (pause > TimeSpan.Zero)
            Interlocked.Exchange(ref _openAt, (clock.GetUtcNow() + pause).UtcTicks);
        return pause;
    }

    private TimeSpan Pause(HttpResponseMessage answer)
    {
        var asked = AskedPause.Of(answer, clock.GetUtcNow());
        return asked < _longestPause ? asked : _longestPause;
    }
}
