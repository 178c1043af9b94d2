using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Asks a browser to come again.</summary>
internal static class NoticePage
{
    public static Task WriteAsync(HttpContext context, StartRefusal refusal, TimeSpan rest, string again)
    {
        var isTooOften = refusal is StartRefusal.BrowserTooOften;
        context.Response.StatusCode = isTooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(rest.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        ResponseHeaders.KeepPrivate(context);
        ResponseHeaders.AllowLittle(context, clientOrigin: null);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html(isTooOften, again), context.RequestAborted);
    }

    private static string Html(bool isTooOften, string again) => $"""
        <!doctype html>
        <html lang="de">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Bitte warten Sie einen Moment</title>
        </head>
        <body>
        <main>
        <h1>Bitte warten Sie einen Moment</h1>
        <p>{(isTooOften ? "Sie haben die Anmeldung in kurzer Zeit mehrmals begonnen." : "Gerade melden sich sehr viele Menschen an.")} Versuchen Sie es in einer Minute noch einmal.</p>
        <p><a href="{HtmlEncoder.Default.Encode(again)}">Noch einmal versuchen</a></p>
        </main>
        </body>
        </html>
        """;
}
