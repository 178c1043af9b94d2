using System.Globalization;
using DogLicence.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DogLicence.Cases;

/// <summary>
/// How long a log-in lasts. Whoever was away for longer than the idle limit is shown nothing before the next log-in; but the ticket lives on for a
/// day, so that a form that was on the screen the whole time is still taken, kept, and shown again afterwards.
/// </summary>
public sealed class AccountSession(IOptions<ApplicationOptions> options, TimeProvider clock) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private const string SeenKey = "seen";
    private static readonly object IdleMark = new();

    /// <summary>True when the log-in of this request is one that was away for too long.</summary>
    public static bool IsIdle(HttpContext context) => context.Items.ContainsKey(IdleMark);

    public void Configure(CookieAuthenticationOptions cookie) => Configure(null, cookie);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name != CookieAuthenticationDefaults.AuthenticationScheme)
            return;
        cookie.Cookie.Name = "hund-konto";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = LookAsync;
    }

    private Task LookAsync(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        var away = now - Seen(context.Properties);
        if (away > options.Value.IdleLimit)
            context.HttpContext.Items[IdleMark] = true;
        else if (away > options.Value.IdleLimit / 10)
            (context.Properties.Items[SeenKey], context.ShouldRenew) = (now.ToString("O", CultureInfo.InvariantCulture), true);
        return Task.CompletedTask;
    }

    private static DateTimeOffset Seen(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(SeenKey, out var seen) && DateTimeOffset.TryParse(seen, CultureInfo.InvariantCulture, out var moment)
            ? moment
            : properties.IssuedUtc ?? DateTimeOffset.MinValue;
}
