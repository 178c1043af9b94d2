namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Tells an outage of the broker from its refusal: whatever it answers with 5xx is thrown, before somebody reads it as a protocol message.</summary>
internal sealed class OutageHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode < 500)
            return response;
        using (response)
            throw new HttpRequestException($"The broker answered with status {(int)response.StatusCode}.", inner: null, response.StatusCode);
    }
}
