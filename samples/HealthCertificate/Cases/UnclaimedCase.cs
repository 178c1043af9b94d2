namespace HealthCertificate.Cases;

/// <summary>The cookie that leads to a case before the log-in. After it the account alone does, and the cookie goes.</summary>
public static class UnclaimedCase
{
    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: 22 } id ? id : null;

    public static void Write(HttpContext context, string id) => context.Response.Cookies.Append(Name(context.Request), id, Options(context));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Options(context));

    // Lax: the citizen comes back from the log-in, which is another site.
    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };

    private static string Name(HttpRequest request) => request.IsHttps ? "__Host-belehrung-termin" : "belehrung-termin";
}
