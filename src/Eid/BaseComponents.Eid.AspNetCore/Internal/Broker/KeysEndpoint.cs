using BaseComponents.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Publishes the public keys of this application, so that the broker's operator need not be written to when they change.</summary>
internal static class KeysEndpoint
{
    public static async Task HandleAsync(HttpContext context, BrokerKeys keys)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (TryRead(keys, context) is not { } set)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        (context.Response.ContentType, context.Response.Headers.CacheControl) = ("application/jwk-set+json", "public, max-age=300");
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.WriteAsync(set, context.RequestAborted).ConfigureAwait(false);
    }

    private static string? TryRead(BrokerKeys keys, HttpContext context)
    {
        try
        {
            return keys.PublicKeys();
        }
        catch (CertificateSourceException exception)
        {
            EidBrokerLog.KeysUnavailable(context.RequestServices.GetRequiredService<ILogger<EidBrokerHandler>>(), exception.Message);
            return null;
        }
    }
}
