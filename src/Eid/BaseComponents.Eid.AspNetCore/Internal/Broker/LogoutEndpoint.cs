using System.Security.Cryptography;
using System.Text;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Ends sessions when the broker says so (OpenID Connect Back-Channel Logout 1.0, section 2.5 to 2.8): 200 when done, 400 for a token that is refused, 503 when the broker shall try again.</summary>
internal sealed class LogoutEndpoint(
    BrokerConnection connection, string scheme, LogoutGate gate, IEidOneTimeStore store, SessionTenants tenants, EndedSessions ended, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        using var place = await gate.EnterAsync(context.RequestAborted).ConfigureAwait(false);
        if (place is null || !CanEnd())
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        try
        {
            await EndAsync(await ReadAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
            EidBrokerLog.LoggedOut(connection.Log, scheme);
            AuditLog.SessionEnded(context.RequestServices, scheme);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            Report(context, exception);
        }
    }

    private async Task<LogoutStatement> ReadAsync(HttpContext context)
    {
        var token = await LogoutForm.ReadAsync(context).ConfigureAwait(false) ?? throw new LoginFailure(EidLoginOutcome.Rejected, "logout-token-missing");
        var signed = connection.Tokens.Open(token, connection.Options.Tokens.RequireEncryptedLogoutToken, "logout+jwt", "JWT");
        return connection.LogoutTokens.Read(await connection.Tokens.ReadAsync(signed).ConfigureAwait(false));
    }

    private async Task EndAsync(LogoutStatement statement, CancellationToken cancellationToken)
    {
        var tenant = tenants.Of(scheme);
        var used = "eid-logout:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Mark}\n{statement.Id}")));
        if (!await store.TryAddAsync(used, ReadOnlyMemory<byte>.Empty, statement.Until, cancellationToken).ConfigureAwait(false))
            throw new LoginFailure(EidLoginOutcome.Replayed, "logout-token-replayed");
        try
        {
            await ended.EndAsync(SessionOrigin.MarksToWrite(tenant, statement.Subject, statement.Session), statement.IssuedAt, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Not carried out: the broker may send the same token again.
            await store.TakeAsync(used, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private bool CanEnd()
    {
        if (cookies.Get(tenants.SignInScheme(tenants.Of(scheme))).SessionStore is TicketStore)
            return true;
        EidBrokerLog.ForeignSessionStore(connection.Log, scheme);
        return false;
    }

    private void Report(HttpContext context, Exception exception)
    {
        var failed = LoginFailures.Classify(exception);
        var isRefusal = failed.Outcome is not EidLoginOutcome.ServiceUnavailable && exception is LoginFailure or SecurityTokenException;
        if (isRefusal)
            EidBrokerLog.LogoutRefused(connection.Log, scheme, failed.Reason);
        else
            EidBrokerLog.LogoutFailed(connection.Log, failed.IsUnexpected ? exception : null, scheme, failed.Reason);
        Refuse(context, isRefusal ? StatusCodes.Status400BadRequest : StatusCodes.Status503ServiceUnavailable);
    }

    private static void Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";
    }
}
