using System.Globalization;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text.Encodings.Web;
using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Eid.AspNetCore.Internal.Mapping;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>
/// The framework's handler, with four differences: it logs nothing of its own (at the finest level it writes answers of the broker into the
/// log, user data included), a log-in lives for a limited time, signed userinfo is checked, and its ticket holds an <see cref="EidIdentity"/> and nothing else.
/// </summary>
internal sealed class EidBrokerHandler(
    IOptionsMonitor<OpenIdConnectOptions> options,
    IOptionsMonitor<EidBrokerOptions> brokers,
    HtmlEncoder htmlEncoder,
    UrlEncoder encoder,
    ILogger<EidBrokerHandler> log) : OpenIdConnectHandler(options, NullLoggerFactory.Instance, htmlEncoder, encoder)
{
    private const string StartedAt = "eid.started";

    private EidBrokerOptions Broker => brokers.Get(Scheme.Name);

    private BrokerConnection Connection => ((BrokerEvents)Events).Connection;

    /// <summary>The addresses of this log-in that machines call, besides the one that browsers come back to.</summary>
    public override async Task<bool> HandleRequestAsync()
    {
        if (IsAt(Broker.BackChannelLogoutPath))
            await ActivatorUtilities.CreateInstance<LogoutEndpoint>(Context.RequestServices, Connection, Scheme.Name).HandleAsync(Context).ConfigureAwait(false);
        else if (IsAt(Broker.Client.KeysPath))
            await KeysEndpoint.HandleAsync(Context, Connection.Keys).ConfigureAwait(false);
        else
            return await base.HandleRequestAsync().ConfigureAwait(false);
        return true;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        KeepReturnAllowed(properties);
        properties.Items[StartedAt] = TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        try
        {
            await base.HandleChallengeAsync(properties).ConfigureAwait(false);
        }
        catch (Exception exception) when (!Context.RequestAborted.IsCancellationRequested)
        {
            OutcomeRedirect.Go(Context, Scheme.Name, Broker.OutcomePath!, exception, properties.RedirectUri, log);
        }
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        using var activity = EidTelemetry.Source.StartActivity("eid.login");
        var result = await base.HandleRemoteAuthenticateAsync().ConfigureAwait(false);
        return result is { Succeeded: true, Ticket: { } ticket } ? Accept(ticket) : result;
    }

    protected override bool ValidateCorrelationId(AuthenticationProperties properties)
    {
        if (!base.ValidateCorrelationId(properties))
            throw new LoginFailure(EidLoginOutcome.Expired, "no-login-pending-in-this-browser");
        if (IsTooOld(properties))
            throw new LoginFailure(EidLoginOutcome.Expired, "login-took-too-long");
        return true;
    }

    // The framework takes signed userinfo without a look at its signature.
    protected override async Task<HandleRequestResult> GetUserInformationAsync(OpenIdConnectMessage message, JwtSecurityToken jwt, ClaimsPrincipal principal, AuthenticationProperties properties)
    {
        var found = await Connection.Discovery.GetConfigurationAsync(Context.RequestAborted).ConfigureAwait(false);
        if (!string.IsNullOrEmpty(found.UserInfoEndpoint))
        {
            var userInfo = new UserInfoReader(Connection, Backchannel);
            Context.Features.GetRequiredFeature<BrokerAnswer>().UserInfo =
                await userInfo.ReadAsync(found.UserInfoEndpoint, message.AccessToken, jwt.Subject, Context.RequestAborted).ConfigureAwait(false);
        }

        return HandleRequestResult.Success(new AuthenticationTicket(principal, properties, Scheme.Name));
    }

    private bool IsAt(string? path) => path is not null && Request.Path == path;

    private HandleRequestResult Accept(AuthenticationTicket ticket)
    {
        var returnTo = new AuthenticationProperties { RedirectUri = ticket.Properties.RedirectUri };
        try
        {
            var answer = Context.Features.GetRequiredFeature<BrokerAnswer>();
            var identity = new IdentityMapper(Scheme.Name, Broker, log).Map(answer);
            var minimum = ticket.Properties.MinimumLevel(Broker.MinimumLevel!.Value);
            if (identity.Level < minimum)
                throw new LoginFailure(EidLoginOutcome.LevelTooLow, $"level-{identity.Level}-below-{minimum}");
            EidBrokerLog.Succeeded(log, Scheme.Name, identity.Level);
            EidTelemetry.Count(Scheme.Name, "success");
            return HandleRequestResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity.ToClaimsIdentity(Scheme.Name)), returnTo, Scheme.Name));
        }
        catch (LoginFailure failure)
        {
            return HandleRequestResult.Fail(failure, returnTo);
        }
    }

    private bool IsTooOld(AuthenticationProperties properties) =>
        !properties.Items.TryGetValue(StartedAt, out var text)
        || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var started)
        || TimeProvider.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(started) > Options.RemoteAuthenticationTimeout;

    private void KeepReturnAllowed(AuthenticationProperties properties)
    {
        if (string.IsNullOrEmpty(properties.RedirectUri))
            properties.RedirectUri = OriginalPathBase + OriginalPath + Request.QueryString;
        if (ReturnTarget.IsAllowed(properties.RedirectUri, Broker.AllowedReturnOrigins))
            return;
        EidBrokerLog.ForeignReturn(log, Scheme.Name);
        properties.RedirectUri = OriginalPathBase + "/";
    }
}
