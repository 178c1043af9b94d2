using BaseComponents.Shared.OAuth;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Wire.Authentication;

/// <summary>Puts the credentials on each request.</summary>
internal sealed class CredentialHandler(string tenant, IOptionsMonitor<PaymentsOptions> options, AccessTokens tokens) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        if (settings.Authentication is PaymentAuthentication.OAuth2)
            return BearerRequest.SendAsync(tokens, request, base.SendAsync, cancellationToken);
        if (settings.Authentication is PaymentAuthentication.Basic)
            request.Headers.Authorization = AccessTokens.Basic(settings.Credentials.Name!, settings.Credentials.Secret!);
        return base.SendAsync(request, cancellationToken);
    }
}
