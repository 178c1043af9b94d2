using System.Text.Json;
using BaseComponents.Shared;
using BaseComponents.Shared.Health;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal.Health;

/// <summary>What the broker says of itself: name, addresses, algorithms, pushed requests, keys.</summary>
internal static class BrokerLook
{
    private const int Longest = 1024 * 1024;
    private static readonly string[] UsualAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public static async Task LookAsync(HealthFindings findings, EidBrokerOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(HttpDefaults.CreateHandler(new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(options.TrustAnchorsPem), Proxy = options.Proxy }))
        {
            Timeout = options.RequestTimeout,
            MaxResponseContentBufferSize = Longest,
        };
        var address = DiscoveryRules.AddressOf(options.Authority!);
        await findings.ServiceAsync(client, "Authority", new Uri(address), clock, cancellationToken).ConfigureAwait(false);
        try
        {
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(address, new BrokerDocuments(client, options.Authority!), cancellationToken).ConfigureAwait(false);
            DiscoveryRules.Check(found, options.Authority!);
            Compare(findings, options, found);
        }
        catch (LoginFailure failure)
        {
            findings.Fail("discovery-drift", "Authority", $"The broker's description does not fit the settings ({failure.Reason}).", $"See docs/errors.md#eid.login, {failure.Reason}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or InvalidOperationException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            findings.Fail("discovery-unusable", "Authority", "The broker's description cannot be fetched or read.", "Look at Authority, TrustAnchorsPem and Proxy; the broker may be out of order.");
        }
    }

    private static void Compare(HealthFindings findings, EidBrokerOptions options, OpenIdConnectConfiguration found)
    {
        IEnumerable<string> accepted = options.SigningAlgorithms.Count > 0 ? options.SigningAlgorithms : UsualAlgorithms;
        if (found.IdTokenSigningAlgValuesSupported.Count > 0 && !found.IdTokenSigningAlgValuesSupported.Intersect(accepted, StringComparer.Ordinal).Any())
            findings.Fail("discovery-algorithms", "SigningAlgorithms", $"The broker signs with {string.Join(", ", found.IdTokenSigningAlgValuesSupported.Take(10))} only.", "Let the broker sign with one of the accepted algorithms.");
        else if (options.PushedAuthorization is AspNetCore.PushedAuthorization.Required && string.IsNullOrEmpty(found.PushedAuthorizationRequestEndpoint))
            findings.Fail("discovery-no-pushed-requests", "PushedAuthorization", "The broker offers no pushed requests, and the settings require them.", "Have them switched on at the broker.");
        else if (found.SigningKeys.Count == 0)
            findings.Fail("discovery-no-keys", "Authority", "The broker publishes no key to check its tokens with.", "Ask its operator.");
        else
            findings.Ok("discovery", "Authority", $"Name, addresses, algorithms and {found.SigningKeys.Count} key(s) are usable.");
    }
}
