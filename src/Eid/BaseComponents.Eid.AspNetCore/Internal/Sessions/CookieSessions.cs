using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>Puts the values of a session on the server, unless the application has done so itself.</summary>
internal sealed class CookieSessions(SessionTenants tenants, EndedSessions ended, IDistributedCache cache, IDataProtectionProvider protection, TimeProvider clock) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name is not null && options.SessionStore is null && tenants.Keeps(name))
            options.SessionStore = new TicketStore(name, tenants, ended, cache, protection, clock);
    }
}
