using System.Globalization;
using System.Net;

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
        var isOver = answer.StatusCode == HttpStatusCode.TooManyRequests || Number(answer, "RateLimit-Remaining") == 0;
        var reset = isOver && Number(answer, "RateLimit-Reset") is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, (long)_longestPause.TotalSeconds)) : TimeSpan.Zero;
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        return TimeSpan.FromTicks(Math.Clamp(Math.Max(reset.Ticks, asked.Ticks), 0, _longestPause.Ticks));
    }

    private static long? Number(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
