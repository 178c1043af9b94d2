using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>What a discovery document must say before it is used (OpenID Connect Discovery 1.0, sections 3 and 4.3).</summary>
internal static class DiscoveryRules
{
    public static string AddressOf(Uri authority) => authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";

    public static void Check(OpenIdConnectConfiguration found, Uri authority)
    {
        // Uri adds a slash to bare hosts; beyond that the issuer must be the configured text.
        if (found.Issuer is null || found.Issuer.TrimEnd('/') != authority.OriginalString.TrimEnd('/'))
            throw new LoginFailure(EidLoginOutcome.Rejected, "discovery-issuer-differs");
        RequireAddress(found.TokenEndpoint, authority, byBrowser: false);
        RequireAddress(found.AuthorizationEndpoint, authority, byBrowser: true);
        if (!string.IsNullOrEmpty(found.UserInfoEndpoint))
            RequireAddress(found.UserInfoEndpoint, authority, byBrowser: false);
        if (!string.IsNullOrEmpty(found.PushedAuthorizationRequestEndpoint))
            RequireAddress(found.PushedAuthorizationRequestEndpoint, authority, byBrowser: false);
    }

    // Only a broker on this machine may point to this machine, and only its page for people may do without https.
    private static void RequireAddress(string? address, Uri authority, bool byBrowser)
    {
        var acceptable = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (!uri.IsLoopback || authority.IsLoopback)
            && (uri.Scheme == Uri.UriSchemeHttps || (byBrowser && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp));
        if (!acceptable)
            throw new LoginFailure(EidLoginOutcome.Rejected, "discovery-address-unacceptable");
    }
}
