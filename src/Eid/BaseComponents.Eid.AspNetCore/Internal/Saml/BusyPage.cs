using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Turns an answer away for a moment. The log-in is still under way: when the browser loads the page anew, it sends the same answer again.</summary>
internal static class BusyPage
{
    private const int RetryAfterSeconds = 5;

    private const string Html =
        """
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
        <p>Gerade melden sich sehr viele Menschen an. Ihre Anmeldung ist nicht verloren: Laden Sie diese Seite in einigen Sekunden neu und bestätigen Sie, dass die Angaben noch einmal gesendet werden.</p>
        </main>
        </body>
        </html>
        """;

    public static Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html, context.RequestAborted);
    }
}
