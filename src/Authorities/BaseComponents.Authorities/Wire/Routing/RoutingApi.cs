using System.Net;
using System.Text.Json;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Internal.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>Asks for one document, within the limits for size and time, and makes faults of what goes wrong.</summary>
internal sealed class RoutingApi(Func<HttpClient> client, RoutingLimits limits, TimeProvider clock)
{
    /// <exception cref="AuthoritiesException">The service is unreachable, refuses, wants a pause, or sends something else than expected.</exception>
    public async Task<T> AskAsync<T>(Func<Func<Uri, Func<JsonElement, T>, Task<T>>, Task<T>> ask, CancellationToken cancellationToken) =>
        await AskAsync<T, T>(ask, cancellationToken).ConfigureAwait(false);

    /// <summary>One question, which may take several documents; the time counts for all of them.</summary>
    /// <param name="ask">Gets what fetches a document and reads it.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public async Task<TAnswer> AskAsync<TPart, TAnswer>(Func<Func<Uri, Func<JsonElement, TPart>, Task<TPart>>, Task<TAnswer>> ask, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limits.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await ask((address, read) => GetAsync(address, read, either.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw RoutingFailures.TimedOut(limits, exception);
        }
        catch (RateLimitedException exception)
        {
            throw RoutingFailures.Limited(limits, exception.Wait, exception);
        }
        catch (DataTooLargeException exception)
        {
            throw RoutingFailures.TooLarge(limits, exception);
        }
        catch (JsonException exception)
        {
            throw RoutingFailures.Invalid(limits, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw RoutingFailures.Unreachable(limits, exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AuthoritiesException))
        {
            // What a service sends must not be able to end the application that reads it.
            throw RoutingFailures.Unexpected(limits, exception);
        }
    }

    private async Task<T> GetAsync<T>(Uri address, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var http = client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json, application/problem+json");
        if (limits.UserAgent is { } agent)
            request.Headers.TryAddWithoutValidation("User-Agent", agent);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            throw RoutingFailures.Limited(limits, request.Options.TryGetValue(RateLimitHandler.Pause, out var pause) && pause > TimeSpan.Zero ? pause : null, null);
        if (!answer.IsSuccessStatusCode)
            throw RoutingFailures.Refused(limits, answer, await ProblemReader.TitleAsync(answer.Content, cancellationToken).ConfigureAwait(false));
        using var stream = new LimitedStream(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), limits.MaxBytes);
        using var document = await StrictJson.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        return read(document.RootElement);
    }
}
