using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared.ForeignAddresses;

/// <summary>
/// Fetches from addresses found in messages and certificates, bounded in length, time and redirects, and never from a place that is not public. TLS servers are checked as
/// everywhere.
/// </summary>
internal sealed class ForeignFetcher : IDisposable
{
    private readonly FetchRules _rules;
    private readonly TimeProvider _clock;
    private readonly HttpMessageInvoker _client;
    private readonly HttpMessageInvoker _anchored;

    public ForeignFetcher(FetchRules rules, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        (_rules, _clock) = (rules, clock);
        var connections = new PublicConnections(rules, resolve ?? Dns.GetHostAddressesAsync);
        _client = Client([], connections);
        _anchored = rules.Anchors.Count > 0 ? Client(rules.Anchors, connections) : _client;
    }

    public Task<FetchOutcome> GetAsync(Uri address, CancellationToken cancellationToken = default) =>
        BoundedAsync(address, token => FollowAsync(address, token), cancellationToken);

    /// <summary>Sends a question. Its answer is where it was asked: redirects are none.</summary>
    public Task<FetchOutcome> PostAsync(Uri address, byte[] question, string mediaType, CancellationToken cancellationToken = default) =>
        BoundedAsync(address, async token =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
            using var answer = await SendAsync(request, token).ConfigureAwait(false);
            return await ReadAsync(answer, token).ConfigureAwait(false);
        }, cancellationToken);

    public void Dispose()
    {
        _client.Dispose();
        _anchored.Dispose();
    }

    private HttpMessageInvoker Client(IReadOnlyCollection<X509Certificate2> anchors, PublicConnections connections)
    {
        var handler = HttpDefaults.CreateHandler(new HttpBackEnd { Proxy = _rules.Proxy, TrustAnchors = anchors });
        handler.UseProxy = _rules.Proxy is not null;
        handler.MaxResponseHeadersLength = 16;
        handler.ConnectCallback = connections.ConnectAsync;
        return new HttpMessageInvoker(handler);
    }

    // Chosen anew at each redirect: a configured host cannot lend its roots to another.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (_rules.Anchored(request.RequestUri!.IdnHost) ? _anchored : _client).SendAsync(request, cancellationToken);

    private async Task<FetchOutcome> BoundedAsync(Uri address, Func<CancellationToken, Task<FetchOutcome>> fetch, CancellationToken cancellationToken)
    {
        if (AddressRules.Check(address, _rules) is { } problem)
            return new FetchOutcome.Forbidden(problem);
        using var limit = new CancellationTokenSource(_rules.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await fetch(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Failed(FetchProblem.TooSlow);
        }
        catch (HttpRequestException exception) when (exception.InnerException is PlaceException)
        {
            return new FetchOutcome.Forbidden(FetchProblem.Place);
        }
        catch (HttpRequestException exception) when (IsOfUnknownName(exception))
        {
            return new FetchOutcome.Failed(FetchProblem.NameUnknown);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            return new FetchOutcome.Failed(FetchProblem.Unreachable);
        }
    }

    // A proxy does not say why it reaches nobody; most often nobody has the name.
    private static bool IsOfUnknownName(HttpRequestException exception) => exception.HttpRequestError is HttpRequestError.ProxyTunnelError
        || exception.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData };

    private async Task<FetchOutcome> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= _rules.MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (Target(address, answer) is not { } next)
                return await ReadAsync(answer, cancellationToken).ConfigureAwait(false);
            if (AddressRules.Check(next, _rules) is { } problem)
                return new FetchOutcome.Forbidden(problem);
            if (address.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps)
                return new FetchOutcome.Forbidden(FetchProblem.Scheme);
            address = next;
        }

        return new FetchOutcome.Failed(FetchProblem.Redirects);
    }

    private static Uri? Target(Uri address, HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && Uri.TryCreate(address, answer.Headers.Location, out var target) ? target : null;

    private async Task<FetchOutcome> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return new FetchOutcome.Missing();
        if (answer.StatusCode is not HttpStatusCode.OK)
            return new FetchOutcome.Failed(FetchProblem.Status);
        if (answer.Content.Headers.ContentLength > _rules.MaxLength)
            return new FetchOutcome.Failed(FetchProblem.TooLong);
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
            return await ReadAsync(body, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FetchOutcome> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await body.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            if (content.Length + count > _rules.MaxLength)
                return new FetchOutcome.Failed(FetchProblem.TooLong);
            content.Write(piece, 0, count);
        }

        return new FetchOutcome.Fetched(content.ToArray());
    }
}
