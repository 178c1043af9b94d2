using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Wire.Authentication;

/// <summary>Access tokens of one registration by OAuth 2.0 client credentials: one is fetched at a time and used until shortly before it ends.</summary>
internal sealed class AccessTokens(string tenant, IHttpClientFactory clients, string clientName, IOptionsMonitor<PaymentsOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    // RFC 6749 lets the answer leave the lifetime out; then the token is renewed often, and at the latest when it is refused.
    private static readonly TimeSpan Unnamed = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Held? _held;

    /// <summary>A token that may be used now.</summary>
    /// <param name="refused">A token that the service has just refused, so that it is not handed out again.</param>
    /// <param name="cancellationToken">Stops waiting and fetching.</param>
    /// <exception cref="PaymentException">The credentials are refused, or the token service does not answer.</exception>
    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        if (Usable(settings, refused) is { } token)
            return token;
        await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable(settings, refused) is { } fetched)
                return fetched;
            var held = await FetchAsync(settings, cancellationToken).ConfigureAwait(false);
            _held = held;
            return held.Token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    // Changed settings, a new secret above all, make another token.
    private string? Usable(PaymentsOptions settings, string? refused) =>
        _held is { } held && ReferenceEquals(held.Settings, settings) && held.Token != refused && clock.GetUtcNow() < held.UsableUntil ? held.Token : null;

    private async Task<Held> FetchAsync(PaymentsOptions settings, CancellationToken cancellationToken)
    {
        using var request = Request(settings.Credentials);
        var http = clients.CreateClient(clientName);
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw TokenFaults.Unreachable(exception);
        }

        using (answer)
            return Read(settings, answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
    }

    private Held Read(PaymentsOptions settings, HttpStatusCode status, byte[] body)
    {
        if (status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw TokenFaults.Refused(status);
        if (status is not HttpStatusCode.OK)
            throw TokenFaults.OutOfOrder(status);
        var answer = Parse(body);
        if (answer is not { AccessToken: { Length: > 0 and <= 16_384 } token } || !token.All(static c => c is > ' ' and < '\x7f')
            || !string.Equals(answer.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase))
            throw TokenFaults.Unreadable();
        var lifetime = answer.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) - Margin : Unnamed;
        return new Held(settings, token, clock.GetUtcNow() + lifetime);
    }

    private static TokenAnswer? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TokenJson.Default.TokenAnswer);
        }
        catch (JsonException)
        {
            // Its text may hold the token.
            return null;
        }
    }

    private static HttpRequestMessage Request(PaymentCredentialOptions credentials)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (credentials.Scope is { } scope)
            form.Add(new("scope", scope));
        if (credentials.SecretInBody)
            form.AddRange([new("client_id", credentials.Name!), new("client_secret", credentials.Secret!)]);
        var request = new HttpRequestMessage(HttpMethod.Post, credentials.TokenAddress) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (!credentials.SecretInBody)
            request.Headers.Authorization = Basic(Uri.EscapeDataString(credentials.Name!), Uri.EscapeDataString(credentials.Secret!));
        return request;
    }

    public static AuthenticationHeaderValue Basic(string name, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}")));

    private sealed record Held(PaymentsOptions Settings, string Token, DateTimeOffset UsableUntil);
}
