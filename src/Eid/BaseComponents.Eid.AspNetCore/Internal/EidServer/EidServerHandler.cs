using System.Text.Encodings.Web;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using BaseComponents.Eid.EidServer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>
/// A log-in with the identity card as a scheme of ASP.NET Core. A challenge leads to a page that leads to the AusweisApp; that one fetches a token, and only
/// then is a session opened at the eID-Server; the browser comes back, and the eID-Server alone says who it is.
/// </summary>
internal sealed class EidServerHandler(
    IOptionsMonitor<EidServerSchemeOptions> options, UrlEncoder encoder, Session session, ILogger<EidServerHandler> log)
    : AuthenticationHandler<EidServerSchemeOptions>(options, NullLoggerFactory.Instance, encoder), IAuthenticationRequestHandler
{
    // An answer that is there comes at once; nobody waits for one that the AusweisApp says will not come.
    private static readonly TimeSpan WaitAfterFailure = TimeSpan.FromSeconds(3);

    private EidServerScheme Card => Context.RequestServices.GetRequiredKeyedService<EidServerScheme>(Scheme.Name);

    private IEidServerClient Client => Context.RequestServices.GetRequiredKeyedService<IEidServerClient>(Scheme.Name);

    public async Task<bool> HandleRequestAsync()
    {
        var card = Card;
        var logIns = card.LogIns();
        var page = logIns.Paths.Of(Request);
        if (page is EidServerPage.None)
            return false;
        if (!HttpMethods.IsGet(Request.Method))
        {
            (Response.StatusCode, Response.Headers.Allow) = (StatusCodes.Status405MethodNotAllowed, HttpMethods.Get);
            return true;
        }

        if (page is EidServerPage.StatusScript)
        {
            await StatusScript.WriteAsync(Context).ConfigureAwait(false);
            return true;
        }

        ResponseHeaders.KeepPrivate(Context);
        await (page switch
        {
            EidServerPage.TcToken => TcTokenAsync(card, logIns),
            EidServerPage.Refresh => GuardedAsync(logIns, () => ReturnAsync(card, logIns)),
            EidServerPage.Launch => GuardedAsync(logIns, () => ShowAsync(logIns)),
            _ => GuardedAsync(logIns, () => BeginAsync(card, logIns)),
        }).ConfigureAwait(false);
        return true;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var logIns = Card.LogIns();
        ResponseHeaders.KeepPrivate(Context);
        // The way begins at the address that the settings name: cookies must be those of the host that the AusweisApp sends the browser back to.
        var origins = logIns.Options.AllowedReturnOrigins;
        var asked = string.IsNullOrEmpty(properties.RedirectUri) ? OriginalPathBase + OriginalPath + Request.QueryString : properties.RedirectUri;
        var other = properties.Items.TryGetValue(EidChallengeExtensions.OtherDeviceItem, out var elsewhere) && elsewhere is not null ? AllowedReturn(elsewhere, origins) : null;
        Response.Redirect(logIns.StartAddress(properties.MinimumLevel(logIns.Options.MinimumLevel!.Value), AllowedReturn(asked, origins), other).AbsoluteUri);
        return Task.CompletedTask;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    private async Task GuardedAsync(CardLogIns logIns, Func<Task> page)
    {
        try
        {
            await page().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is LoginFailure || !Context.RequestAborted.IsCancellationRequested)
        {
            OutcomeRedirect.Go(Context, Scheme.Name, logIns.Options.OutcomePath!, exception, (exception as CardFailure)?.ReturnUrl, log);
        }
    }

    private async Task BeginAsync(EidServerScheme card, CardLogIns logIns)
    {
        var start = logIns.Seal.Open<StartTicket>(Ticket) ?? throw new LoginFailure(EidLoginOutcome.Expired, "start-unreadable");
        if (start.ExpiresAt <= TimeProvider.GetUtcNow())
            throw new CardFailure(EidLoginOutcome.Expired, "login-took-too-long", start.ReturnUrl);
        var browser = logIns.Binding.Browser(Context);
        if (card.Gate.Ask(browser, logIns.Options.Starts) is not StartRefusal.None and var refusal)
        {
            await TurnAwayAsync(card, refusal, Request.Path + Request.QueryString).ConfigureAwait(false);
            return;
        }

        var launch = new LaunchTicket(logIns.Binding.Begin(Context), browser, start.Level, start.ReturnUrl, start.OtherReturnUrl, TimeProvider.GetUtcNow() + logIns.Options.LoginTimeout);
        var ticket = logIns.Seal.Seal(launch);
        Response.Redirect(logIns.Options.LaunchPath is { } path ? $"{Request.PathBase}{path}?scheme={Scheme.Name}&login={ticket}" : $"{logIns.Paths.Launch}?login={ticket}");
    }

    private Task ShowAsync(CardLogIns logIns) => logIns.Launch(Context, Ticket) is { } launch
        ? LaunchPage.WriteAsync(Context, launch)
        : throw new LoginFailure(EidLoginOutcome.Expired, "launch-of-another-browser-or-too-old");

    // Asked by the AusweisApp, which has no cookies. Whatever goes wrong, it gets a token that sends its browser back.
    private async Task TcTokenAsync(EidServerScheme card, CardLogIns logIns)
    {
        if (logIns.Seal.Open<LaunchTicket>(Ticket) is not { } launch)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Response.ContentType = "text/xml; charset=utf-8";
        await Response.Body.WriteAsync(await new SessionStart(card, logIns, Client, TimeProvider, log).OpenAsync(launch, Context.RequestAborted).ConfigureAwait(false), Context.RequestAborted).ConfigureAwait(false);
    }

    private async Task ReturnAsync(EidServerScheme card, CardLogIns logIns)
    {
        var way = logIns.Seal.Open<ReturnTicket>(Ticket) ?? throw new LoginFailure(EidLoginOutcome.Expired, "return-unreadable");
        // Taken in any case: what the wrong browser has seen is good for nobody.
        var pending = way.Session is { } key ? await logIns.Sessions.TakeAsync(key, Context.RequestAborted).ConfigureAwait(false) : null;
        if (!logIns.Binding.IsOf(Context, way.Handle))
            throw new LoginFailure(EidLoginOutcome.OtherBrowser, "return-in-another-browser");
        logIns.Binding.End(Context, way.Handle);
        if (way.Refusal is StartRefusal.BrowserTooOften or StartRefusal.TooMany)
        {
            await TurnAwayAsync(card, way.Refusal, logIns.Options.OutcomePath + "?outcome=" + EidLoginOutcomes.ToText(EidLoginOutcome.ServiceUnavailable)).ConfigureAwait(false);
            return;
        }

        if (way.Refusal is not StartRefusal.None)
            throw CardOutcome.Failure(way.Refusal);
        if (pending is null || pending.Handle != way.Handle)
            throw new LoginFailure(EidLoginOutcome.Expired, "login-used-or-too-old");
        await AcceptAsync(pending).ConfigureAwait(false);
    }

    private async Task AcceptAsync(PendingSession pending)
    {
        using var activity = EidTelemetry.Source.StartActivity("eid.login");
        try
        {
            var verified = await VerifiedAsync(EidServerSession.FromBytes(pending.Server) ?? throw new LoginFailure(EidLoginOutcome.Expired, "session-unreadable")).ConfigureAwait(false);
            if (verified.Identity.Level < pending.Level)
                throw new LoginFailure(EidLoginOutcome.LevelTooLow, $"level-{verified.Identity.Level}-below-{pending.Level}");
            await session.BeginAsync(Context, Scheme.Name, verified.Identity, claims: EidServerPrincipalExtensions.Claims(verified.FulfilsAge, verified.FulfilsPlace)).ConfigureAwait(false);
            EidBrokerLog.Succeeded(log, Scheme.Name, verified.Identity.Level);
            AuditLog.Accepted(Context.RequestServices, Scheme.Name, verified.Identity);
            EidTelemetry.Count(Scheme.Name, "success");
            Response.Redirect(pending.ReturnUrl);
        }
        catch (Exception exception) when (exception is not CardFailure && !Context.RequestAborted.IsCancellationRequested)
        {
            throw new CardFailure(exception, pending.ReturnUrl);
        }
    }

    private async Task<EidServerResult.Verified> VerifiedAsync(EidServerSession server)
    {
        if (ClientReport.Of(Request) is { } report)
            throw await FailureAsync(report, server).ConfigureAwait(false);
        return await Client.GetResultAsync(server, Context.RequestAborted).ConfigureAwait(false) is var result && result is EidServerResult.Verified verified
            ? verified
            : throw CardOutcome.Failure(result);
    }

    private async Task<LoginFailure> FailureAsync(ClientReport report, EidServerSession server)
    {
        var reported = new LoginFailure(report.Outcome, report.Reason);
        if (!report.ServerKnowsMore)
            return reported;
        using var wait = new CancellationTokenSource(WaitAfterFailure, TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, Context.RequestAborted);
        try
        {
            var result = await Client.GetResultAsync(server, either.Token).ConfigureAwait(false);
            return result is EidServerResult.Verified or EidServerResult.Pending ? reported : CardOutcome.Failure(result);
        }
        catch (Exception exception) when (exception is EidException || (exception is OperationCanceledException && wait.IsCancellationRequested))
        {
            EidServerLog.NotStarted(log, exception, Scheme.Name, report.Reason);
            return reported;
        }
    }

    private Task TurnAwayAsync(EidServerScheme card, StartRefusal refusal, string again)
    {
        EidBrokerLog.DidNotSucceed(log, Scheme.Name, EidLoginOutcome.ServiceUnavailable, SessionStart.Reason(refusal));
        AuditLog.Refused(Context.RequestServices, Scheme.Name, EidLoginOutcome.ServiceUnavailable, SessionStart.Reason(refusal));
        EidTelemetry.Count(Scheme.Name, EidLoginOutcomes.ToText(EidLoginOutcome.ServiceUnavailable));
        return NoticePage.WriteAsync(Context, refusal, card.Gate.Rest, Request.PathBase + again);
    }

    private string Ticket => Request.Query["login"] is [{ } ticket] ? ticket : "";

    private string AllowedReturn(string asked, IEnumerable<string> allowed)
    {
        if (ReturnTarget.IsAllowed(asked, allowed))
            return asked;
        EidBrokerLog.ForeignReturn(log, Scheme.Name);
        return OriginalPathBase + "/";
    }
}
