using Microsoft.AspNetCore.Http.Extensions;
using MunicipalService.Hosting;

namespace MunicipalService.Languages;

/// <summary>A link of the language list: the address of the page it stands on, and the language. The choice is remembered, and the browser led back to that page.</summary>
public static class LanguageChoice
{
    private const string Parameter = "sprache";

    /// <summary>Where the link to a language leads.</summary>
    /// <param name="request">What the page answers.</param>
    /// <param name="path">The page the citizen asked for.</param>
    /// <param name="language">The choice.</param>
    public static string Link(HttpRequest request, string path, SiteLanguage language)
    {
        var kept = Kept(request);
        kept.Add(Parameter, language.Tag);
        return Local(request.PathBase + path) + kept.ToQueryString();
    }

    internal static void UseLanguages(this IApplicationBuilder application, SiteFrame frame)
    {
        if (frame.Languages.Count < 2)
            return;
        application.Use((context, next) => Choose(context, frame) ? Task.CompletedTask : next(context));
        application.UseRequestLocalization(LanguageCookie.Options(frame));
    }

    private static bool Choose(HttpContext context, SiteFrame frame)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Query.TryGetValue(Parameter, out var tag))
            return false;
        if (frame.Find(tag) is { } language)
            LanguageCookie.Write(context, language);
        context.Response.Redirect(Local(request.PathBase + request.Path) + Kept(request).ToQueryString());
        return true;
    }

    // A handler belongs to one press of a button or one way back, not to the page. What names another host was put there by somebody else: no link of ours carries it on.
    private static QueryBuilder Kept(HttpRequest request) => new(request.Query
        .Where(pair => !pair.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase) && !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase))
        .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))
        .Where(pair => !pair.Value.Contains("//", StringComparison.Ordinal) && !pair.Value.Contains('\\', StringComparison.Ordinal)));

    // Two slashes, or a slash and a backslash, would lead to another host.
    private static string Local(PathString path) => path.Value is { Length: > 0 } text && text[0] == '/' && (text.Length == 1 || text[1] is not ('/' or '\\')) && !text.Any(char.IsControl)
        ? path.ToUriComponent()
        : "/";
}
