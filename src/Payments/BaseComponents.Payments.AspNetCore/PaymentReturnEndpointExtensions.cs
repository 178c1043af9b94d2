using BaseComponents.Payments.AspNetCore.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.AspNetCore;

/// <summary>Maps the page that browsers return to from the pay page.</summary>
public static class PaymentReturnEndpointExtensions
{
    /// <summary>
    /// Maps the return page. It ignores every parameter the browser brings, asks the payment service itself, and hands the payment to
    /// <paramref name="handler"/>. While the service cannot be reached, the handler gets the stored payment: the reconciler finishes it later.
    /// </summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">A path without parameters, such as <c>/zahlung/zurueck</c>; the token follows as the last segment.</param>
    /// <param name="handler">Shows the payment by its state, or redirects to a page that does.</param>
    /// <param name="unknown">Answers tokens that name no payment; by default a short German page with status 404. Why a token fails is never said.</param>
    /// <param name="name">The name of the registration; empty for the unnamed one.</param>
    /// <exception cref="InvalidOperationException"><c>AddReturnPage()</c> was not called for that registration.</exception>
    public static IEndpointConventionBuilder MapPaymentReturn(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Func<Payment, HttpContext, CancellationToken, Task<IResult>> handler,
        Func<HttpContext, CancellationToken, Task<IResult>>? unknown = null,
        string name = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var path = "/" + pattern.Trim('/');
        var links = endpoints.ServiceProvider.GetKeyedService<PaymentReturnLinks>(name)
            ?? throw new InvalidOperationException("Call AddReturnPage() on the builder that AddPayments returns.");
        links.UsePath(path);
        var page = new ReturnPage(name, links, handler, unknown ?? UnknownReturn.ShowAsync);
        return endpoints.MapGet(path + "/{token}", page.ShowAsync);
    }
}
