using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Headers of the pages of a log-in.</summary>
internal static class ResponseHeaders
{
    /// <summary>Keeps what stands in the address of a page out of caches and of the referrers that other sites see.</summary>
    public static void KeepPrivate(HttpContext context)
    {
        if (context.Response.HasStarted)
            return;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>Nothing but the page's own style, and its own script that asks nobody but the AusweisApp. The nonce is for the style.</summary>
    public static string AllowLittle(HttpContext context, string? clientOrigin)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var script = clientOrigin is null ? "" : $"script-src 'self'; connect-src {clientOrigin}; ";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; {script}style-src 'nonce-{nonce}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
        return nonce;
    }
}
