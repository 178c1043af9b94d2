namespace MunicipalService.Hosting;

/// <summary>Pages are read and forms are sent: whatever else a program asks for is refused. A page that is asked in another way would be drawn without its handler, and so without what it shows.</summary>
public static class PageMethods
{
    private const string Allowed = "GET, HEAD, POST";

    public static void UsePageMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        // As which the page about the refusal is drawn.
        context.Request.Method = HttpMethods.Get;
        context.Response.Headers.Allow = Allowed;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    });
}
