using System.Net;
using Polly;
using Polly.Retry;

namespace BaseComponents.Shared;

/// <summary>
/// Repeats requests that are safe to repeat: GET and HEAD, and a request whose caller marked it as carrying the same key. Nothing else is
/// ever sent twice, since a repeated POST may be a second payment.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    /// <summary>Set on a request that the service recognises by its own key when it arrives again.</summary>
    public static readonly HttpRequestOptionsKey<bool> SameKey = new("BaseComponents.SameKey");

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(TimeProvider clock, int attempts = 3, TimeSpan? firstDelay = null)
    {
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = attempts,
                Delay = firstDelay ?? TimeSpan.FromMilliseconds(500),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = LongestWait,
                ShouldHandle = static arguments => ValueTask.FromResult(IsTransient(arguments.Outcome, arguments.Context.CancellationToken)),
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result, clock)),
                OnRetry = static arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsRepeatable(request))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Outcome<HttpResponseMessage> first;
        try
        {
            first = Outcome.FromResult(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (IsTransient(Outcome.FromException<HttpResponseMessage>(exception), cancellationToken))
        {
            first = Outcome.FromException<HttpResponseMessage>(exception);
        }

        // Nearly every request is answered well at once, and needs no pipeline.
        return IsTransient(first, cancellationToken) ? await RepeatAsync(request, first, cancellationToken).ConfigureAwait(false) : first.Result!;
    }

    /// <summary>The pipeline gets the first outcome as if it had sent the request itself: it waits as that one says, and goes on from there.</summary>
    private ValueTask<HttpResponseMessage> RepeatAsync(HttpRequestMessage request, Outcome<HttpResponseMessage> first, CancellationToken cancellationToken)
    {
        Outcome<HttpResponseMessage>? known = first;
        return _pipeline.ExecuteAsync(
            async token =>
            {
                if (known is not { } outcome)
                    return await base.SendAsync(request, token).ConfigureAwait(false);
                known = null;
                outcome.ThrowIfException();
                return outcome.Result!;
            },
            cancellationToken);
    }

    private static bool IsRepeatable(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || (request.Options.TryGetValue(SameKey, out var same) && same);

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) => outcome switch
    {
        { Exception: HttpRequestException } => true,
        { Exception: OperationCanceledException } => !cancellationToken.IsCancellationRequested,
        {
            Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        } => true,
        _ => false,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider clock)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestWait.Ticks)) : null;
    }
}
