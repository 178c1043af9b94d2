using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>Begins the session of a user who has just logged in.</summary>
internal sealed class Session(SessionTenants tenants, IAuthenticationSchemeProvider schemes, TimeProvider clock)
{
    /// <summary>Ends the session this browser has, if any, and begins another under a new handle: whoever planted the old one gains nothing by the log-in.</summary>
    /// <param name="context">The request that brought the answer.</param>
    /// <param name="scheme">Name of the log-in.</param>
    /// <param name="identity">Who logged in.</param>
    /// <param name="endsAt">When the identity provider wants the session to end.</param>
    /// <param name="claims">What else the log-in told.</param>
    /// <param name="origin">Which session at the broker ends this one when it ends.</param>
    public async Task BeginAsync(HttpContext context, string scheme, EidIdentity identity, DateTimeOffset? endsAt = null, IEnumerable<Claim>? claims = null, SessionOrigin? origin = null)
    {
        var tenant = tenants.Of(scheme);
        var signInScheme = tenants.SignInScheme(tenant);
        await context.SignOutAsync(signInScheme).ConfigureAwait(false);
        var keeper = await NewKeeperAsync(context, signInScheme).ConfigureAwait(false);
        var user = identity.ToClaimsIdentity(scheme);
        user.AddClaims(claims ?? []);
        var properties = Properties(tenant, identity.Level, endsAt);
        if (origin is not null)
            SessionMarks.Write(properties, tenant, origin);
        await keeper.SignInAsync(new ClaimsPrincipal(user), properties).ConfigureAwait(false);
    }

    private AuthenticationProperties Properties(SessionTenant tenant, AssuranceLevel level, DateTimeOffset? endsAt)
    {
        var now = clock.GetUtcNow();
        var end = now + SessionLimits.Longest(level);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = endsAt < end ? endsAt : end, AllowRefresh = false };
        SessionMarks.Write(properties, tenant, level);
        return properties;
    }

    // The framework keeps one handler of a scheme per request, and the cookie's would go on with the handle it has read: the very one that was just ended.
    private async Task<IAuthenticationSignInHandler> NewKeeperAsync(HttpContext context, string signInScheme)
    {
        var scheme = await schemes.GetSchemeAsync(signInScheme).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"No scheme is named '{signInScheme}'. Add it with AddCookie, or correct SignInScheme.");
        if (ActivatorUtilities.CreateInstance(context.RequestServices, scheme.HandlerType) is not IAuthenticationSignInHandler keeper)
            throw new InvalidOperationException($"The scheme '{signInScheme}' keeps no sessions. Name a cookie scheme.");
        await keeper.InitializeAsync(scheme, context).ConfigureAwait(false);
        return keeper;
    }
}
