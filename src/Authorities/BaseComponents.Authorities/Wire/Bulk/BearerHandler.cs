using BaseComponents.Shared.OAuth;

namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Puts the token on each request, and a new one where it is refused.</summary>
internal sealed class BearerHandler(AccessTokens tokens) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        BearerRequest.SendAsync(tokens, request, base.SendAsync, cancellationToken);
}
