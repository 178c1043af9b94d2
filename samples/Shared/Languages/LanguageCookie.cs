using Microsoft.AspNetCore.Localization;
using MunicipalService.Hosting;

namespace MunicipalService.Languages;

/// <summary>
/// Remembers the language a citizen chose, until the browser is closed. Nothing else decides: what a browser asks for (<c>Accept-Language</c>) does not, since
/// nobody may be shown a translation, which has no legal force, without having chosen it.
/// </summary>
internal static class LanguageCookie
{
    /// <summary>The chosen language, or null: a cookie may say anything.</summary>
    public static SiteLanguage? Read(HttpRequest request, SiteFrame frame) => frame.Find(request.Cookies[Name(request)]);

    public static void Write(HttpContext context, SiteLanguage language) => context.Response.Cookies.Append(Name(context.Request), language.Tag, new CookieOptions
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        // Lax: people come back from the log-in by a link from another site.
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Path = "/",
    });

    /// <summary>Formats and what is read from forms stay German; only texts follow the choice.</summary>
    public static RequestLocalizationOptions Options(SiteFrame frame) => new()
    {
        DefaultRequestCulture = new RequestCulture(Wording.GermanCulture),
        SupportedCultures = [Wording.GermanCulture],
        SupportedUICultures = [.. frame.Languages.Select(language => language.Culture)],
        RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult(ResultOf(Read(context.Request, frame))))],
    };

    private static ProviderCultureResult? ResultOf(SiteLanguage? language) =>
        language is null ? null : new ProviderCultureResult(Wording.GermanCulture.Name, language.Culture.Name);

    // Over https the prefix makes the browser refuse the cookie from any other host or path.
    private static string Name(HttpRequest request) => request.IsHttps ? "__Host-sprache" : "sprache";
}
