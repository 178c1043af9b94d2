using System.Security.Cryptography;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>What a discovery document must say before it is used (OpenID Connect Discovery 1.0, sections 3 and 4.3).</summary>
internal static class DiscoveryRules
{
    private const int ShortestKey = 2048;

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

    /// <summary>Whether a broker elsewhere names an address on this machine.</summary>
    public static bool PointsToThisMachine(Uri address, Uri authority) => address.IsLoopback && !authority.IsLoopback;

    /// <summary>Leaves out RSA keys that are too short (RFC 7518, sections 3.3 and 3.5); says whether there were any.</summary>
    public static bool DropWeakKeys(OpenIdConnectConfiguration found)
    {
        var weak = found.SigningKeys.Where(key => key is RsaSecurityKey or X509SecurityKey { PublicKey: RSA } && key.KeySize < ShortestKey).ToList();
        weak.ForEach(key => found.SigningKeys.Remove(key));
        return weak.Count > 0;
    }

    // Only a broker on this machine may point to this machine, and only its page for people may do without https.
    private static void RequireAddress(string? address, Uri authority, bool byBrowser)
    {
        var acceptable = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && !PointsToThisMachine(uri, authority)
            && (uri.Scheme == Uri.UriSchemeHttps || (byBrowser && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp));
        if (!acceptable)
            throw new LoginFailure(EidLoginOutcome.Rejected, "discovery-address-unacceptable");
    }
}
