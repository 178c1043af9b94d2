using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DogLicence.Sessions;

/// <summary>The cookie of a log-in. It holds a handle and ends with the browser; how long the log-in behind it lasts, Eid decides by its level.</summary>
public sealed class AccountCookie : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions cookie) => Configure(null, cookie);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name != CookieAuthenticationDefaults.AuthenticationScheme)
            return;
        cookie.Cookie.Name = "hund-konto";
        // Lax: the citizen comes back from the log-in and the pay page, which are other sites.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.SlidingExpiration = false;
    }
}
