using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Wire.Authentication;

/// <summary>
/// Puts the credentials on each request. A token that is refused is renewed once: the service did not act on the request that it refused, so the same
/// request, with the same key, may go out again.
/// </summary>
internal sealed class CredentialHandler(string tenant, IOptionsMonitor<PaymentsOptions> options, AccessTokens tokens) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        if (settings.Authentication is PaymentAuthentication.OAuth2)
            return SendWithTokenAsync(request, cancellationToken);
        if (settings.Authentication is PaymentAuthentication.Basic)
            request.Headers.Authorization = AccessTokens.Basic(settings.Credentials.Name!, settings.Credentials.Secret!);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithTokenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        var answer = await SendWithAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
            return answer;
        answer.Dispose();
        return await SendWithAsync(request, await tokens.GetAsync(token, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendWithAsync(HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
