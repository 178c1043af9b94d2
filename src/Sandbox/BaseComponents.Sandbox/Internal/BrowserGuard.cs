using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Internal;

/// <summary>
/// Keeps out the pages of others that are open in a browser of this machine. The loopback interface does not: whatever page a developer
/// visits can send forms to it, and read answers by pointing a name of its own there (DNS rebinding).
/// </summary>
/// <param name="openToForms">Paths where forms of other pages belong: what they carry is signed.</param>
internal sealed class BrowserGuard(IReadOnlyList<string> openToForms) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Use(GuardAsync);
        next(application);
    };

    private Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.Host.Host is not ("127.0.0.1" or "localhost"))
            return Refused("Die Sandbox antwortet nur unter 127.0.0.1 und localhost.", StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context);
        return ChangesNothing(context.Request) || IsOwn(context.Request) || openToForms.Contains(context.Request.Path.Value)
            ? next(context)
            : Refused("Diese Anfrage kam von der Seite einer anderen Anwendung. Knöpfe der Sandbox wirken nur auf ihren eigenen Seiten.", StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool ChangesNothing(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Browsers name the page behind every form and script, with "null" where they must not tell; other programs name none.
    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? origin == $"{request.Scheme}://{request.Host}"
            : request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    private static IResult Refused(string reason, int status) => Page.Show("Nicht angenommen", Html.Of($"<p>{reason}</p>"), status);
}
