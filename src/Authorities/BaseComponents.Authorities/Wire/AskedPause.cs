using System.Globalization;
using System.Net;

namespace BaseComponents.Authorities.Wire;

/// <summary>How long a service wants no request: <c>Retry-After</c> (RFC 9110 section 10.2.3), or <c>RateLimit-Reset</c> in seconds once <c>RateLimit-Remaining</c> is 0 or the answer is 429; the longer of both.</summary>
internal static class AskedPause
{
    // What is longer is nonsense, and must not become a date beyond all dates.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <returns>The time; zero where it says nothing.</returns>
    public static TimeSpan Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var isUsedUp = answer.StatusCode == HttpStatusCode.TooManyRequests || Number(answer, "RateLimit-Remaining") == 0;
        var reset = isUsedUp && Number(answer, "RateLimit-Reset") is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, (long)Longest.TotalSeconds)) : TimeSpan.Zero;
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => TimeSpan.Zero,
        };
        return TimeSpan.FromTicks(Math.Clamp(Math.Max(reset.Ticks, asked.Ticks), 0, Longest.Ticks));
    }

    private static long? Number(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
