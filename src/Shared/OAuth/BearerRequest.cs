using System.Net;
using System.Net.Http.Headers;

namespace BaseComponents.Shared.OAuth;

/// <summary>
/// Sends a request with a token. One that is refused is renewed once: the service did not act on the request that it refused, so the same
/// request, with the same key, may go out again.
/// </summary>
internal static class BearerRequest
{
    public static async Task<HttpResponseMessage> SendAsync(
        AccessTokens tokens, HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await send(request, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
            return answer;
        answer.Dispose();
        token = await tokens.GetAsync(token, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await send(request, cancellationToken).ConfigureAwait(false);
    }
}
