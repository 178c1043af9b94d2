using System.Net;
using BaseComponents.Authorities.Internal.Bulk;

namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>When the service may be asked again: by <c>Retry-After</c>, and by <c>RateLimit-Remaining</c> with <c>RateLimit-Reset</c> in seconds.</summary>
internal sealed class Pace(Func<TimeSpan> longestWait, TimeProvider clock)
{
    private long _notBefore;

    /// <exception cref="AuthoritiesException">The service wants to be left alone for longer than is allowed.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = new DateTimeOffset(Interlocked.Read(ref _notBefore), TimeSpan.Zero) - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
            return;
        if (wait > longestWait())
            throw BulkFailures.MustWait(wait);
        await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Remembers what an answer says.</summary>
    /// <exception cref="AuthoritiesException">It is refused, for longer than is allowed.</exception>
    public void Note(HttpResponseMessage answer)
    {
        var isRefused = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
        var asked = AskedPause.Of(answer, clock.GetUtcNow());
        if (asked <= TimeSpan.Zero)
            return;
        Interlocked.Exchange(ref _notBefore, (clock.GetUtcNow() + asked).UtcTicks);
        if (isRefused && asked > longestWait())
        {
            answer.Dispose();
            throw BulkFailures.MustWait(asked);
        }
    }
}
