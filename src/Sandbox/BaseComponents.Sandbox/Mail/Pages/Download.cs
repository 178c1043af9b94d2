using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Mail.Pages;

/// <summary>A file that the browser saves and never shows: its content came from a stranger.</summary>
internal static class Download
{
    public static IResult Of(HttpContext http, byte[] content, string mediaType, string name)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(content, mediaType, name);
    }
}
