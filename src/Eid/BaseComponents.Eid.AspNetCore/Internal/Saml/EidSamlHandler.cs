using System.Text.Encodings.Web;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using BaseComponents.Eid.Saml;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>A log-in over SAML as a scheme of ASP.NET Core: a challenge sends the request, the callback takes the answer. It logs through this component's own entries only.</summary>
internal sealed class EidSamlHandler(
    IOptionsMonitor<EidSamlSchemeOptions> options,
    UrlEncoder encoder,
    IDataProtectionProvider protection,
    IEidOneTimeStore store,
    Session session,
    ILogger<EidSamlHandler> log) : AuthenticationHandler<EidSamlSchemeOptions>(options, NullLoggerFactory.Instance, encoder), IAuthenticationRequestHandler
{
    private SamlScheme Saml => Context.RequestServices.GetRequiredKeyedService<SamlScheme>(Scheme.Name);

    public async Task<bool> HandleRequestAsync()
    {
        // The whole path, as the identity provider knows it: an application below another path is reached by both together.
        if (Request.PathBase + Request.Path != Saml.CallbackPath)
            return false;
        var parties = Saml.Parties();
        NoCaching();
        PendingLogin? pending = null;
        try
        {
            var logins = Logins(parties);
            var form = await FormAsync(logins).ConfigureAwait(false);
            using var place = await parties.Gate.EnterAsync(Context.RequestAborted).ConfigureAwait(false);
            if (place is null)
            {
                await TurnAwayAsync().ConfigureAwait(false);
                return true;
            }

            Page(parties).Forget(Context);
            pending = await logins.TakeAsync(Context, form.RelayState).ConfigureAwait(false) ?? throw new LoginFailure(EidLoginOutcome.Expired, "request-used-or-too-old");
            await AcceptAsync(parties, logins, pending, form.Response).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is LoginFailure || !Context.RequestAborted.IsCancellationRequested)
        {
            OutcomeRedirect.Go(Context, Scheme.Name, parties.Options.OutcomePath!, exception, pending?.ReturnUrl, log);
        }

        return true;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var parties = Saml.Parties();
        var returnUrl = AllowedReturn(properties, parties.Options.AllowedReturnOrigins);
        try
        {
            await SendAsync(parties, properties.MinimumLevel(parties.Options.MinimumLevel!.Value), returnUrl).ConfigureAwait(false);
        }
        catch (Exception exception) when (!Context.RequestAborted.IsCancellationRequested)
        {
            OutcomeRedirect.Go(Context, Scheme.Name, parties.Options.OutcomePath!, exception, returnUrl, log);
        }
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    // Cheapest first: whoever has no log-in pending is turned away before the body is read, and long before anything is decrypted.
    private async Task<AnswerForm> FormAsync(PendingLogins logins)
    {
        AnswerForm.CheckSize(Request);
        if (!logins.IsAnyOfThisBrowser(Context))
            throw new LoginFailure(EidLoginOutcome.Expired, "no-login-pending-in-this-browser");
        var form = await AnswerForm.ReadAsync(Request, TimeProvider).ConfigureAwait(false);
        return logins.IsOfThisBrowser(Context, form.RelayState) ? form : throw new LoginFailure(EidLoginOutcome.Expired, "no-login-pending-in-this-browser");
    }

    // The log-in stays in the store: it was not tried.
    private Task TurnAwayAsync()
    {
        EidBrokerLog.DidNotSucceed(log, Scheme.Name, EidLoginOutcome.ServiceUnavailable, "too-many-answers");
        AuditLog.Refused(Context.RequestServices, Scheme.Name, EidLoginOutcome.ServiceUnavailable, "too-many-answers");
        EidTelemetry.Count(Scheme.Name, EidLoginOutcomes.ToText(EidLoginOutcome.ServiceUnavailable));
        return BusyPage.WriteAsync(Context);
    }

    private async Task SendAsync(SamlParties parties, AssuranceLevel level, string returnUrl)
    {
        NoCaching();
        var handle = PendingLogins.NewHandle();
        var request = parties.Writer.Write(parties.Profile.Request(level), parties.Options.Binding, handle);
        var pending = new PendingLogin(request.Id, request.IssuedAt, parties.IdentityProvider.EntityId, level, returnUrl);
        await Logins(parties).BeginAsync(Context, handle, pending).ConfigureAwait(false);
        if (request.FormValue is null)
            Response.Redirect(request.Address.AbsoluteUri);
        else
            await Page(parties).WriteAsync(Context, request, handle, returnUrl).ConfigureAwait(false);
    }

    private async Task AcceptAsync(SamlParties parties, PendingLogins logins, PendingLogin pending, byte[] response)
    {
        using var activity = EidTelemetry.Source.StartActivity("eid.login");
        var assertion = Assertion(parties, parties.Reader.Read(response, Expectation(parties, pending)));
        var identity = parties.Profile.Login(assertion, pending.MinimumLevel) switch
        {
            SamlLogin.Succeeded succeeded => succeeded.Identity,
            SamlLogin.Failed failed => throw new LoginFailure(failed.Outcome, failed.Reason),
            _ => throw new LoginFailure(EidLoginOutcome.Rejected, "no-login"),
        };
        if (!await logins.TryUseAsync(assertion.Issuer, assertion.Id, assertion.ExpiresAt, Context.RequestAborted).ConfigureAwait(false))
            throw new LoginFailure(EidLoginOutcome.Replayed, "assertion-used-before");
        await session.BeginAsync(Context, Scheme.Name, identity, assertion.SessionEndsAt).ConfigureAwait(false);
        EidBrokerLog.Succeeded(log, Scheme.Name, identity.Level);
        AuditLog.Accepted(Context.RequestServices, Scheme.Name, identity);
        EidTelemetry.Count(Scheme.Name, "success");
        Response.Redirect(pending.ReturnUrl);
    }

    private SamlAssertion Assertion(SamlParties parties, SamlAnswer answer)
    {
        switch (answer)
        {
            case SamlAnswer.Accepted { Assertion: var assertion }:
                if (assertion.UsedLegacyEncryption)
                    EidBrokerLog.LegacyEncryption(log, Scheme.Name);
                return assertion;
            case SamlAnswer.Declined { Status: var status }:
                var declined = SamlProfile.Declined(status);
                throw new LoginFailure(declined.Outcome, declined.Reason);
            case SamlAnswer.Refused { Reason: var reason }:
                throw new LoginFailure(EidLoginOutcome.Rejected, reason);
            default:
                throw new LoginFailure(EidLoginOutcome.Rejected, "no-answer");
        }
    }

    private static SamlExpectation Expectation(SamlParties parties, PendingLogin pending) => new()
    {
        RequestId = pending.RequestId,
        RequestedAt = pending.RequestedAt,
        ServiceProvider = parties.ServiceProvider,
        IdentityProvider = parties.IdentityProvider.EntityId == pending.IdentityProvider ? parties.IdentityProvider : throw new LoginFailure(EidLoginOutcome.Expired, "identity-provider-changed"),
        ClockSkew = parties.Options.ClockSkew,
        AllowLegacyEncryption = parties.Options.AllowLegacyEncryption,
    };

    private RequestPage Page(SamlParties parties) => new(Scheme.Name, parties.Options, protection);

    private PendingLogins Logins(SamlParties parties) => new(Scheme.Name, parties.Options, store, protection, TimeProvider);

    private string AllowedReturn(AuthenticationProperties properties, IEnumerable<string> allowed)
    {
        var asked = string.IsNullOrEmpty(properties.RedirectUri) ? OriginalPathBase + OriginalPath + Request.QueryString : properties.RedirectUri;
        if (ReturnTarget.IsAllowed(asked, allowed))
            return asked;
        EidBrokerLog.ForeignReturn(log, Scheme.Name);
        return OriginalPathBase + "/";
    }

    private void NoCaching()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.Pragma = "no-cache";
    }
}
