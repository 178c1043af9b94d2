using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>What this component adds on the way: level and claims to the request, stricter checks to the answer, an outcome page instead of an exception page.</summary>
internal sealed class BrokerEvents(EidBrokerOptions broker, BrokerDiscovery discovery, ILogger log) : OpenIdConnectEvents
{
    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        var found = await discovery.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        if (broker.PushedAuthorization is PushedAuthorization.Required && string.IsNullOrEmpty(found.PushedAuthorizationRequestEndpoint))
            throw new LoginFailure(EidLoginOutcome.Rejected, "pushed-authorization-not-offered");
        if (broker.AcrValues.Count > 0)
            context.ProtocolMessage.AcrValues = string.Join(' ', broker.AcrValues);
        if (broker.Claims.Count > 0)
            context.ProtocolMessage.SetParameter("claims", RequestedClaims());
    }

    // The framework's words for these would be those of a fault, but anybody can call the return address with anything.
    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (context.Properties is not { Items.Count: > 0 })
            throw new LoginFailure(EidLoginOutcome.Rejected, string.IsNullOrEmpty(context.ProtocolMessage.State) ? "state-missing" : "state-unreadable");
        return Task.CompletedTask;
    }

    public override async Task AuthorizationCodeReceived(AuthorizationCodeReceivedContext context)
    {
        var found = await discovery.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        ResponseIssuer.Check(context.ProtocolMessage.Iss, found);
    }

    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        IdTokenRules.Check(context.TokenEndpointResponse.IdToken, broker);
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        context.HttpContext.Features.Set(BrokerAnswer.FromIdToken(context.TokenEndpointResponse!.IdToken));
        return Task.CompletedTask;
    }

    public override Task UserInformationReceived(UserInformationReceivedContext context)
    {
        context.HttpContext.Features.GetRequiredFeature<BrokerAnswer>().UserInfo = context.User.RootElement.Clone();
        return Task.CompletedTask;
    }

    // The framework would keep the handle of a session that the browser brought along.
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<Session>();
        await session.BeginAsync(context.HttpContext, context.Scheme.Name, context.Principal!.GetEidIdentity()).ConfigureAwait(false);
        context.Response.Redirect(context.ReturnUri ?? "/");
        context.HandleResponse();
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        OutcomeRedirect.Go(context.HttpContext, context.Scheme.Name, broker.OutcomePath!, context.Failure, context.Properties?.RedirectUri, log);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private string RequestedClaims()
    {
        var userInfo = new JsonObject(broker.Claims.Distinct(StringComparer.Ordinal).Select(claim => new KeyValuePair<string, JsonNode?>(claim, null)));
        return new JsonObject { ["userinfo"] = userInfo }.ToJsonString(JsonSerializerOptions.Default);
    }
}
