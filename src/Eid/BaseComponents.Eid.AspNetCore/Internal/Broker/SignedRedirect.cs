using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Sends the browser off with a signed request in the address. The framework cannot: it makes the state after the last moment in which a request can be changed.</summary>
internal static class SignedRedirect
{
    public static void Go(RedirectContext context, RequestObject requests, OpenIdConnectConfiguration found)
    {
        var message = context.ProtocolMessage;
        context.Properties.Items[OpenIdConnectDefaults.RedirectUriForCodePropertiesKey] = message.RedirectUri;
        message.State = context.Options.StateDataFormat.Protect(context.Properties);
        // OpenID Connect Core, section 6.1: these stand outside as well; a broker takes what is signed (RFC 9101, section 6.3).
        context.Response.Redirect(QueryHelpers.AddQueryString(found.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = message.ClientId,
            ["response_type"] = message.ResponseType,
            ["scope"] = "openid",
            ["request"] = requests.Create(message, found),
        }));
        context.HandleResponse();
    }
}
