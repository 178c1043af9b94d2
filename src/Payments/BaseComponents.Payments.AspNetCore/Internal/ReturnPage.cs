using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>One request of a returning browser. It brings a token; everything else it says is not read.</summary>
internal sealed partial class ReturnPage(
    string tenant,
    PaymentReturnLinks links,
    Func<Payment, HttpContext, CancellationToken, Task<IResult>> handler,
    Func<HttpContext, CancellationToken, Task<IResult>> unknown)
{
    public async Task ShowAsync(HttpContext context)
    {
        // The token in the address opens the page: it stays out of caches and of the next site's logs.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var payment = await FindAsync(context).ConfigureAwait(false);
        var answer = payment is null
            ? await unknown(context, context.RequestAborted).ConfigureAwait(false)
            : await handler(payment, context, context.RequestAborted).ConfigureAwait(false);
        await answer.ExecuteAsync(context).ConfigureAwait(false);
    }

    private async Task<Payment?> FindAsync(HttpContext context)
    {
        if (links.Reference(context.Request.RouteValues["token"] as string) is not { } reference)
            return null;
        var client = context.RequestServices.GetRequiredKeyedService<IPaymentClient>(tenant);
        try
        {
            return await client.RefreshAsync(reference, context.RequestAborted).ConfigureAwait(false);
        }
        catch (PaymentException exception)
        {
            NotRefreshed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("BaseComponents.Payments.AspNetCore"), exception.Code, exception.CorrelationId);
            return await client.FindAsync(reference, context.RequestAborted).ConfigureAwait(false);
        }
    }

    [LoggerMessage(2051, LogLevel.Warning, "A payer returned while the service could not be asked ({Code}, payment {CorrelationId}); the stored state is shown.")]
    private static partial void NotRefreshed(ILogger logger, string code, string? correlationId);
}
