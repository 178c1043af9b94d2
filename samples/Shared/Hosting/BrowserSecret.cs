namespace MunicipalService.Hosting;

/// <summary>
/// The secret that binds a case to the browser that began it, in a cookie. It ends with the browser session, so that on a shared computer nobody
/// finds the case of the person before.
/// </summary>
/// <param name="name">Name of the cookie, the service's own.</param>
public sealed class BrowserSecret(string name)
{
    private const int Bytes = 32;

    /// <summary>The secret this browser has, or null.</summary>
    public byte[]? Read(HttpRequest request) => Token.Parse(request.Cookies[Name(request)], Bytes);

    /// <summary>The secret this browser has; it gets one if it has none.</summary>
    public byte[] ReadOrIssue(HttpContext context)
    {
        if (Read(context.Request) is { } known)
            return known;
        var token = Token.Random(Bytes);
        context.Response.Cookies.Append(Name(context.Request), token, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            // Lax: people come back from the log-in by a link from another site.
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        });
        return Token.Parse(token, Bytes)!;
    }

    // Over https the prefix makes the browser refuse the cookie from any other host or path.
    private string Name(HttpRequest request) => request.IsHttps ? $"__Host-{name}" : name;
}
