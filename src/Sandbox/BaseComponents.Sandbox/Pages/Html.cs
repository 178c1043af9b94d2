using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Pages;

/// <summary>HTML text in which every hole of an interpolated string has been encoded, unless it is HTML itself.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html Empty => new("");

    public static Html Of(HtmlHandler handler) => new(handler.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;
}

/// <summary>Encodes what is put into the holes of <c>Html.Of($"…")</c>: safe by construction, without a template engine.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler
{
    private readonly StringBuilder _text;

    public HtmlHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + formattedCount * 16);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Html html) => _text.Append(html.Markup);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            _text.Append(part.Markup);
    }

    public void AppendFormatted<T>(T value) => _text.Append(HtmlEncoder.Default.Encode(value?.ToString() ?? ""));

    public override string ToString() => _text.ToString();
}

/// <summary>The frame of every page: language, title, style sheet, main region; scripts are forbidden.</summary>
internal static class Page
{
    public static IResult Show(string title, Html body, int statusCode = StatusCodes.Status200OK) => new PageResult(title, body, statusCode);

    private sealed class PageResult(string title, Html body, int statusCode) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = statusCode;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";
            // Not "no-referrer": with it, browsers keep to themselves that a form comes from this very page.
            response.Headers["Referrer-Policy"] = "same-origin";
            return response.WriteAsync(Frame().Markup, httpContext.RequestAborted);
        }

        private Html Frame() => Html.Of($"""
            <!doctype html>
            <html lang="de">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} – Sandbox</title>
              <link rel="stylesheet" href="/assets/sandbox.css">
            </head>
            <body>
              <a class="skip" href="#inhalt">Zum Inhalt</a>
              <header><p><a href="/">BaseComponents Sandbox</a></p><p class="note">Spielt die Basiskomponenten nach. Alle Personen, Zahlungen und Nachrichten sind erfunden.</p></header>
              <main id="inhalt">
                <h1>{title}</h1>
                {body}
              </main>
            </body>
            </html>
            """);
    }
}
