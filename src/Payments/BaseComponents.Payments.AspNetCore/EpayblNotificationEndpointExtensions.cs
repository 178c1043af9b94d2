using BaseComponents.Payments.AspNetCore.Internal;
using BaseComponents.Payments.Epaybl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.AspNetCore;

/// <summary>Maps the address that ePayBL sends its notifications to.</summary>
public static class EpayblNotificationEndpointExtensions
{
    /// <summary>
    /// Maps the address: GET and POST, answered at once. A notification with the right hash brings the next look at its payment forward; it is never
    /// believed. A wrong hash, or a Kassenzeichen that no payment has, causes no call. Preview, see <c>docs/standards.md</c>.
    /// </summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">A path such as <c>/zahlung/meldung</c>; the address with it is <see cref="EpayblOptions.NotifyAddress"/>.</param>
    /// <param name="name">The name of the registration; empty for the unnamed one.</param>
    /// <exception cref="InvalidOperationException">The registration does not use ePayBL, or has no secret.</exception>
    public static IEndpointConventionBuilder MapEpayblNotifications(this IEndpointRouteBuilder endpoints, string pattern, string name = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        ArgumentNullException.ThrowIfNull(name);
        if (endpoints.ServiceProvider.GetKeyedService<IEpayblClient>(name) is null)
            throw new InvalidOperationException("The registration does not use ePayBL. Call UseEpaybl(section) on the builder that AddPayments returns.");
        var options = endpoints.ServiceProvider.GetRequiredService<IOptionsMonitor<EpayblOptions>>();
        if (string.IsNullOrEmpty(options.Get(name).NotificationSecret))
            throw new InvalidOperationException("NotificationSecret is not set: without it nobody can tell a notification from a forgery.");
        return endpoints.MapMethods("/" + pattern.Trim('/'), ["GET", "POST"], new NotificationDesk(name, options).TakeAsync);
    }
}
