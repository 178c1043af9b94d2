using BaseComponents.Eid.AspNetCore.Internal.EidServer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>For an application that leads to the AusweisApp with a page of its own.</summary>
public static class EidServerLaunchExtensions
{
    /// <summary>
    /// What the page at <see cref="EidServerOptions.LaunchPath"/> shows; null where this browser has no such log-in before it: the address is old, or was
    /// copied from elsewhere. Lead to the beginning then. The answer gets headers that keep the addresses out of caches and referrers.
    /// </summary>
    /// <param name="context">The request of the page.</param>
    public static EidServerLaunch? GetEidServerLaunch(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ResponseHeaders.KeepPrivate(context);
        return context.Request.Query["scheme"] is [{ Length: > 0 } name] && context.Request.Query["login"] is [{ Length: > 0 } ticket]
            ? context.RequestServices.GetKeyedService<EidServerScheme>(name)?.LogIns().Launch(context, ticket)
            : null;
    }
}
