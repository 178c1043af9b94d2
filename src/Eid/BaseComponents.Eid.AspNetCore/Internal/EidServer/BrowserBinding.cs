using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Ties a log-in to the browser that began it: one cookie for each log-in, so that two tabs do not meet.</summary>
internal sealed class BrowserBinding(string scheme, EidServerOptions options, TicketSeal seal)
{
    private const int HandleBytes = 24;
    private const int MostOfOneBrowser = 8;
    private const string LogInKind = "log-in";
    private const string BrowserKind = "browser";

    // The prefix makes browsers refuse the cookie to anybody but this host. The Sandbox runs without https, where it cannot be used.
    private string Prefix => $"{(options.Environment is EidEnvironment.Sandbox ? "" : "__Host-")}eid-card.{scheme}.";

    private string BrowserName => $"{(options.Environment is EidEnvironment.Sandbox ? "" : "__Host-")}eid-card-browser.{scheme}";

    /// <summary>A new log-in of this browser.</summary>
    public string Begin(HttpContext context)
    {
        var handle = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HandleBytes));
        ForgetEldest(context);
        context.Response.Cookies.Append(Name(handle), seal.Seal(new BrowserMark(LogInKind, handle)), Cookie());
        return handle;
    }

    /// <summary>By what the starts of this browser are counted.</summary>
    public string Browser(HttpContext context)
    {
        if (seal.Open<BrowserMark>(context.Request.Cookies[BrowserName]) is { Kind: BrowserKind, Value: var known })
            return known;
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(HandleBytes));
        context.Response.Cookies.Append(BrowserName, seal.Seal(new BrowserMark(BrowserKind, mark)), Cookie());
        return mark;
    }

    /// <summary>Whether this very browser began the log-in.</summary>
    public bool IsOf(HttpContext context, string handle) =>
        seal.Open<BrowserMark>(context.Request.Cookies[Name(handle)]) is { Kind: LogInKind, Value: var own }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(handle));

    /// <summary>The log-in is over.</summary>
    public void End(HttpContext context, string handle) => context.Response.Cookies.Delete(Name(handle), Cookie());

    // A page that begins again and again, or another site that does so in its name, would pile up cookies until the server refuses every request. Browsers send the eldest first.
    private void ForgetEldest(HttpContext context)
    {
        foreach (var name in context.Request.Cookies.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).SkipLast(MostOfOneBrowser - 1))
            context.Response.Cookies.Delete(name, Cookie());
    }

    private string Name(string handle) => Prefix + handle[..8];

    // The AusweisApp sends the browser back by a link at the top: cookies that are Lax come along.
    private CookieOptions Cookie() => new()
    {
        Path = "/",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = options.PublicAddress!.Scheme == Uri.UriSchemeHttps,
        MaxAge = options.LoginTimeout,
    };
}
