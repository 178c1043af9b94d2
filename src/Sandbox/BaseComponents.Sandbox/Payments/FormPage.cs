using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments;

/// <summary>A page whose form may lead back to one other origin: browsers apply <c>form-action</c> to the redirect that follows the form as well.</summary>
internal sealed class FormPage(IResult page, Uri target) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        httpContext.Response.OnStarting(() =>
        {
            headers.ContentSecurityPolicy = $"{headers.ContentSecurityPolicy}; form-action 'self' {target.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}";
            return Task.CompletedTask;
        });
        return page.ExecuteAsync(httpContext);
    }
}
