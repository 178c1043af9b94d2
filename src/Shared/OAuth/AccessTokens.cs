using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BaseComponents.Shared.OAuth;

/// <summary>Access tokens of one registration by OAuth 2.0 client credentials: one is fetched at a time and used until shortly before it ends.</summary>
/// <param name="current">The credentials as they are set now.</param>
/// <param name="client">A new client for the token service.</param>
/// <param name="faults">The faults in the words of the component.</param>
/// <param name="clock">Says when a token ends.</param>
internal sealed class AccessTokens(Func<ClientCredentials> current, Func<HttpClient> client, ITokenFaults faults, TimeProvider clock) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    // RFC 6749 lets the answer leave the lifetime out; then the token is renewed often, and at the latest when it is refused.
    private static readonly TimeSpan Unnamed = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Held? _held;

    /// <summary>A token that may be used now.</summary>
    /// <param name="refused">A token that the service has just refused, so that it is not handed out again.</param>
    /// <param name="cancellationToken">Stops waiting and fetching.</param>
    /// <remarks>Throws what <see cref="ITokenFaults"/> makes where the credentials are refused, or the token service does not answer.</remarks>
    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        var credentials = current();
        if (Usable(credentials, refused) is { } token)
            return token;
        await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable(credentials, refused) is { } fetched)
                return fetched;
            var held = await FetchAsync(credentials, cancellationToken).ConfigureAwait(false);
            _held = held;
            return held.Token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private string? Usable(ClientCredentials credentials, string? refused) =>
        _held is { } held && held.Credentials == credentials && held.Token != refused && clock.GetUtcNow() < held.UsableUntil ? held.Token : null;

    private async Task<Held> FetchAsync(ClientCredentials credentials, CancellationToken cancellationToken)
    {
        using var request = Request(credentials);
        using var http = client();
        http.MaxResponseContentBufferSize = LongestAnswer;
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw faults.Unreachable(exception);
        }

        using (answer)
            return Read(credentials, answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }

    private Held Read(ClientCredentials credentials, HttpStatusCode status, byte[] body)
    {
        if (status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw faults.Refused(status);
        if (status is not HttpStatusCode.OK)
            throw faults.OutOfOrder(status);
        if (TokenReader.Read(body) is not { } answer)
            throw faults.Unreadable();
        return new Held(credentials, answer.Token, clock.GetUtcNow() + (answer.Lifetime - Margin ?? Unnamed));
    }

    private static HttpRequestMessage Request(ClientCredentials credentials)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (credentials.Scope is { } scope)
            form.Add(new("scope", scope));
        if (credentials.SecretInBody)
            form.AddRange([new("client_id", credentials.Name), new("client_secret", credentials.Secret)]);
        var request = new HttpRequestMessage(HttpMethod.Post, credentials.TokenAddress) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (!credentials.SecretInBody)
            request.Headers.Authorization = Basic(Uri.EscapeDataString(credentials.Name), Uri.EscapeDataString(credentials.Secret));
        return request;
    }

    /// <summary>RFC 7617, in UTF-8.</summary>
    public static AuthenticationHeaderValue Basic(string name, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));

    private sealed record Held(ClientCredentials Credentials, string Token, DateTimeOffset UsableUntil);
}
