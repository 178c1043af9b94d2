using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Eid.AspNetCore.Internal.Mapping;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>What this component adds on the way: level and claims to the request, stricter checks to the answer, an outcome page instead of an exception page.</summary>
internal sealed class BrokerEvents(BrokerConnection connection) : OpenIdConnectEvents
{
    public BrokerConnection Connection => connection;

    private EidBrokerOptions Broker => connection.Options;

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        var found = await connection.Discovery.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        var offersPushing = !string.IsNullOrEmpty(found.PushedAuthorizationRequestEndpoint);
        if (Broker.PushedAuthorization is PushedAuthorization.Required && !offersPushing)
            throw new LoginFailure(EidLoginOutcome.Rejected, "pushed-authorization-not-offered");
        if (Broker.AcrValues.Count > 0)
            context.ProtocolMessage.AcrValues = string.Join(' ', Broker.AcrValues);
        if (ClaimsRequest.Of(Broker) is { } claims)
            context.ProtocolMessage.SetParameter("claims", claims);
        if (connection.Requests.IsUsed && (!offersPushing || Broker.PushedAuthorization is PushedAuthorization.Never))
            SignedRedirect.Go(context, connection.Requests, found);
    }

    public override async Task PushAuthorization(PushedAuthorizationContext context)
    {
        var found = await connection.Discovery.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        if (connection.Requests.IsUsed)
        {
            var signed = connection.Requests.Create(context.ProtocolMessage, found);
            context.ProtocolMessage.Parameters.Clear();
            (context.ProtocolMessage.ClientId, context.ProtocolMessage.Parameters["request"]) = (Broker.ClientId, signed);
        }

        connection.Authenticator.Authenticate(context.ProtocolMessage, found);
        context.HandleClientAuthentication();
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
        var found = await connection.Discovery.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        ResponseIssuer.Check(context.ProtocolMessage.Iss, found);
        connection.Authenticator.Authenticate(context.TokenEndpointRequest!, found);
    }

    public override Task TokenResponseReceived(TokenResponseReceivedContext context)
    {
        var answer = context.TokenEndpointResponse;
        // From here on the framework sees the signed token alone, whatever it was wrapped in.
        answer.IdToken = IdTokenRules.Open(answer.IdToken, connection.Tokens, Broker);
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        context.HttpContext.Features.Set(BrokerAnswer.FromIdToken(context.TokenEndpointResponse!.IdToken));
        return Task.CompletedTask;
    }

    // The framework would keep the handle of a session that the browser brought along.
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var session = context.HttpContext.RequestServices.GetRequiredService<Session>();
        var origin = Broker.BackChannelLogoutPath is null ? null : context.HttpContext.Features.GetRequiredFeature<BrokerAnswer>().Origin;
        var identity = context.Principal!.GetEidIdentity();
        await session.BeginAsync(context.HttpContext, context.Scheme.Name, identity, origin: origin).ConfigureAwait(false);
        AuditLog.Accepted(context.HttpContext.RequestServices, context.Scheme.Name, identity);
        context.Response.Redirect(context.ReturnUri ?? "/");
        context.HandleResponse();
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        OutcomeRedirect.Go(context.HttpContext, context.Scheme.Name, Broker.OutcomePath!, context.Failure, context.Properties?.RedirectUri, connection.Log);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
