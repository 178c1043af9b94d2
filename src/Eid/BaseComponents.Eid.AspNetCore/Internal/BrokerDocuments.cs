using Microsoft.IdentityModel.Protocols;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Fetches the broker's discovery document and keys: https only, without redirects, bounded in size and time by the client.</summary>
internal sealed class BrokerDocuments(HttpClient client, Uri authority) : IDocumentRetriever
{
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            throw new LoginFailure(EidLoginOutcome.Rejected, "discovery-address-not-https");
        if (DiscoveryRules.PointsToThisMachine(uri, authority))
            throw new LoginFailure(EidLoginOutcome.Rejected, "discovery-address-unacceptable");
        using var response = await client.GetAsync(uri, cancel).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
    }
}
