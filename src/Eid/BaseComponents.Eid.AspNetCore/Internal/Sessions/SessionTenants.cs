using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>All log-ins of this application, and which cookie keeps the sessions of which.</summary>
internal sealed class SessionTenants(IEnumerable<SessionTenant> tenants, IOptions<AuthenticationOptions> authentication)
{
    public SessionTenant Of(string scheme) => tenants.First(tenant => tenant.Scheme == scheme);

    /// <summary>Name of the cookie scheme that keeps the sessions of this log-in.</summary>
    /// <exception cref="InvalidOperationException">The application has none.</exception>
    public string SignInScheme(SessionTenant tenant) =>
        tenant.SignInScheme() ?? authentication.Value.DefaultSignInScheme ?? authentication.Value.DefaultScheme
        ?? throw new InvalidOperationException("No scheme keeps sessions. Call AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie() before the log-in is added.");

    /// <summary>Whether this cookie keeps sessions of any log-in here.</summary>
    public bool Keeps(string cookieScheme) => tenants.Any(tenant => SignInScheme(tenant) == cookieScheme);

    /// <summary>Whether a session with this mark is one of a log-in here, kept by this cookie. That of another municipality is not, even where both share keys and store.</summary>
    public bool Knows(string mark, string cookieScheme) => tenants.Any(tenant => tenant.Mark == mark && SignInScheme(tenant) == cookieScheme);
}
