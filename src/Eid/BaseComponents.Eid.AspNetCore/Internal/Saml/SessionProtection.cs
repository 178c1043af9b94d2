using BaseComponents.Eid.AspNetCore.Internal.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Seals session cookies for one town: another one with the same Data Protection keys and the same name of the scheme cannot even open them.</summary>
internal sealed class SessionProtection(IEnumerable<SessionTenant> logIns, SessionTenants tenants, IDataProtectionProvider protection) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        var owners = logIns.Where(logIn => tenants.SignInScheme(logIn) == name).Select(logIn => logIn.Mark).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (owners.Length > 0)
            options.DataProtectionProvider = (options.DataProtectionProvider ?? protection).CreateProtector("BaseComponents.Eid.SessionCookie", owners);
    }

    // Cookies are configured by the name of their scheme only.
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);
}
