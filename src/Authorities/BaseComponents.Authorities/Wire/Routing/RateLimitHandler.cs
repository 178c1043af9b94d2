using System.Net;
using System.Net.Http.Headers;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Stands below the repeating of requests, so that every attempt keeps to the limit.</summary>
internal sealed class RateLimitHandler(RateLimitGate gate) : DelegatingHandler
{
    /// <summary>How long the last answer to a request wants none.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> Pause = new("BaseComponents.Authorities.Pause");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var pause = gate.Observe(answer);
        request.Options.Set(Pause, pause);
        // The gate waits: whoever repeats the request need not wait once more.
        if (pause > TimeSpan.Zero && (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
        return answer;
    }
}
