using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Live;
using BaseComponents.Authorities.Pvog;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Sends requests, in turn, again where a failure may pass, and reads answers within the limits.</summary>
internal sealed class PvogCalls(Func<HttpClient> client, Func<PvogOptions> settings, PvogPace pace, TimeProvider clock)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(300);

    public static string ClientName(string registration) => $"BaseComponents.Authorities.Pvog:{registration}";

    /// <returns>The answer; null where the service has nothing.</returns>
    /// <exception cref="AuthoritiesException">The service is unreachable or refuses, or its answer is not used.</exception>
    public async Task<T?> GetAsync<T>(PvogRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var options = settings();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await pace.WaitAsync(options.RequestsPerSecond, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
                return await TryAsync(request, type, options, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthoritiesException failure) when (IsRepeated(failure) && attempt < options.Repeats)
            {
                await Task.Delay(FirstDelay * (1 << attempt), clock, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthoritiesException failure) when (IsRepeated(failure))
            {
                pace.Pause(options.PauseAfterFailure);
                throw;
            }
        }
    }

    private static bool IsRepeated(AuthoritiesException failure) => failure is { IsTransient: true, Code: not "authorities.live-paused" };

    private async Task<T?> TryAsync<T>(PvogRequest request, JsonTypeInfo<T> type, PvogOptions options, CancellationToken cancellationToken)
        where T : class
    {
        using var timeout = new CancellationTokenSource(options.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await SendAsync(request, type, options, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw LiveFailures.TimedOut(AnswerSource.Pvog, options.RequestTimeout, exception);
        }
        catch (DataTooLargeException exception)
        {
            throw LiveFailures.TooLarge(AnswerSource.Pvog, request.Resource, options.MaxAnswerBytes, exception);
        }
        catch (JsonException)
        {
            // What is said of it may repeat what it holds.
            throw LiveFailures.Invalid(AnswerSource.Pvog, request.Resource, "it is not the JSON of this resource, was cut off, or is too deep.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw LiveFailures.Unreachable(AnswerSource.Pvog, exception);
        }
    }

    private async Task<T?> SendAsync<T>(PvogRequest request, JsonTypeInfo<T> type, PvogOptions options, CancellationToken cancellationToken)
        where T : class
    {
        using var http = client();
        using var message = new HttpRequestMessage(HttpMethod.Get, request.AddressBelow(options.BaseAddress!));
        message.Headers.Accept.ParseAdd("application/json");
        if (options.ClientId is { } id)
            message.Headers.TryAddWithoutValidation(options.ClientIdHeader, id);
        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        pace.Obey(answer);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NoContent)
            return null;
        if (answer.StatusCode != HttpStatusCode.OK)
            throw LiveFailures.Refused(AnswerSource.Pvog, request.Resource, answer.StatusCode, CorrelationOf(answer));
        if (!IsJson(answer))
            throw LiveFailures.Invalid(AnswerSource.Pvog, request.Resource, "it is no JSON; a proxy or portal may have answered.");
        return await ReadAsync(answer, type, options.MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, int limit, CancellationToken cancellationToken)
        where T : class
    {
        var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var limited = new LimitedStream(stream, limit);
        return await JsonSerializer.DeserializeAsync(limited, type, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsJson(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType is { } type
        && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static string? CorrelationOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("X-Request-ID", out var values) && values.First() is { Length: <= 100 } id && id.All(character => character is > ' ' and <= '~') ? id : null;
}
