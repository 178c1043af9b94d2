using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using BaseComponents.Eid.Saml;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>
/// The page that posts a request to the identity provider. It goes by itself; without scripts there is a button. Whoever comes back to it with the browser's
/// back button is not sent on again: a cookie says that it was already sent, and the page waits for a decision.
/// </summary>
/// <remarks>BundID interface description 10.2, section 8.2.</remarks>
internal sealed class RequestPage(string scheme, EidSamlOptions options, IDataProtectionProvider protection)
{
    private static readonly TimeSpan RememberSending = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _cookies = protection.CreateProtector("BaseComponents.Eid.Saml", scheme, options.EntityId!, "sent");

    private string CookieName => $"{(options.Environment is EidEnvironment.Sandbox ? "" : "__Host-")}eid-sent.{scheme}";

    public async Task WriteAsync(HttpContext context, SamlRequest request, string relayState, string returnUrl)
    {
        var goesByItself = !WasSent(context.Request.Cookies[CookieName]);
        context.Response.Cookies.Append(CookieName, _cookies.Protect("sent"), Cookie(context, RememberSending));
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        // Browsers hold redirects after the form against form-action too, and where the identity provider sends them is its own affair.
        var origin = request.Address.GetLeftPart(UriPartial.Authority);
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; form-action {origin} https:; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Html(request, relayState, returnUrl, goesByItself, nonce), context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>An answer has come: the next request goes by itself again.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, Cookie(context, RememberSending));

    // Another town's cookie, or one that somebody planted, says nothing.
    private bool WasSent(string? cookie)
    {
        try
        {
            return cookie is not null && _cookies.Unprotect(cookie) == "sent";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Html(SamlRequest request, string relayState, string returnUrl, bool goesByItself, string nonce)
    {
        string E(string text) => HtmlEncoder.Default.Encode(text);
        var text = goesByItself ? "Sie werden zur Anmeldung weitergeleitet." : "Sie waren bereits auf dem Weg zur Anmeldung. Möchten Sie noch einmal dorthin?";
        var script = goesByItself ? $"""<script nonce="{nonce}">document.forms[0].submit();</script>""" : "";
        return $$"""
            <!doctype html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Weiter zur Anmeldung</title>
            <style nonce="{{nonce}}">body{font:1.125rem/1.5 sans-serif;margin:0 auto;max-width:40rem;padding:2rem 1rem}button{font:inherit;padding:.75rem 1.5rem;min-height:2.75rem}a{display:inline-block;padding:.75rem 0}</style>
            </head>
            <body>
            <main>
            <h1>Weiter zur Anmeldung</h1>
            <p>{{text}}</p>
            <form method="post" action="{{E(request.Address.OriginalString)}}">
            <input type="hidden" name="SAMLRequest" value="{{E(request.FormValue!)}}">
            <input type="hidden" name="RelayState" value="{{E(relayState)}}">
            <p><button type="submit">Weiter zur Anmeldung</button></p>
            </form>
            <p><a href="{{E(returnUrl)}}">Zurück</a></p>
            </main>
            {{script}}
            </body>
            </html>
            """;
    }

    private static CookieOptions Cookie(HttpContext context, TimeSpan life) =>
        new() { Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = true, MaxAge = life };
}
