using System.Security.Authentication;

namespace BaseComponents.Shared.Health;

/// <summary>Whether a service can be reached over HTTP, and how far its clock is from ours. Nothing is started there.</summary>
internal static class ServiceProbe
{
    public static async Task ServiceAsync(this HealthFindings findings, HttpClient client, string setting, Uri address, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            findings.Ok("service", setting, $"{address.Host} answers.");
            findings.Clock(setting, answer.Headers.Date, clock.GetUtcNow());
        }
        catch (HttpRequestException exception) when (exception.InnerException is AuthenticationException)
        {
            findings.Fail("service-untrusted", setting, $"TLS with {address.Host} fails.", "Compare the trust anchors in the settings with what the operator names, and the client certificate with what is entered there.");
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            findings.Fail("service-unreachable", setting, $"{address.Host} does not answer.", "Look at address, proxy and firewall; the service may be out of order.");
        }
    }
}
