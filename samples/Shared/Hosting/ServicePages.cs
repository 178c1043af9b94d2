using System.Security.Claims;
using MunicipalService.Languages;

namespace MunicipalService.Hosting;

/// <summary>Where a service listens, and what every request passes through.</summary>
public static class ServicePages
{
    /// <summary>Listens at the public address on a developer's machine (behind a proxy, ASPNETCORE_URLS names another), answers its host alone, and tells it the components.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="publicAddress">The address citizens use; its absence is told when the options are checked.</param>
    /// <param name="components">Sections below <c>BaseComponents</c> that need it.</param>
    public static void ListenAt(this WebApplicationBuilder builder, Uri? publicAddress, params IEnumerable<string> components)
    {
        if (publicAddress is { IsLoopback: true } && builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls(publicAddress.GetLeftPart(UriPartial.Authority));
        builder.Configuration.AddInMemoryCollection(components.Select(component => KeyValuePair.Create($"BaseComponents:{component}:PublicAddress", publicAddress?.AbsoluteUri)));
        if (builder.Configuration["AllowedHosts"] is null)
            builder.Configuration.AddInMemoryCollection([new("AllowedHosts", publicAddress?.Host)]);
    }

    /// <summary>Errors, headers, static files, limits, log-in; the service maps its pages after it.</summary>
    /// <param name="application">The service.</param>
    /// <param name="largestUpload">Largest file, in bytes.</param>
    /// <param name="statusOf">The status of the page about a fault; without it always 500.</param>
    public static void UseServicePages(this WebApplication application, int largestUpload, Func<Exception, int>? statusOf = null)
    {
        // Looked at once here, so that the log says at start when KERN is missing.
        application.Services.GetRequiredService<StyleSheets>();
        application.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = FaultPage(application), StatusCodeSelector = statusOf });
        application.UseStatusCodePagesWithReExecute("/fehler/{0}");
        // Inside the exception handler, which empties the headers before it shows its page.
        application.UseSecurityHeaders();
        application.UsePageMethods();
        application.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => AllowCaching(file.Context.Response.Headers) });
        // After the files, before whatever shows a page.
        application.UseLanguages(application.Services.GetRequiredService<SiteFrame>());
        application.UseRateLimiter();
        application.UseMiddleware<OversizeUploads>(largestUpload);
        application.UseRouting();
        application.UseAuthentication();
        application.UseAuthorization();
    }

    // Without the log-in: the page about a fault must not ask the store of sessions again, which may be what failed.
    private static RequestDelegate FaultPage(IApplicationBuilder application)
    {
        var page = application.New();
        page.UseSecurityHeaders();
        page.Use((context, next) =>
        {
            (context.Request.Path, context.User) = ("/fehler/500", new ClaimsPrincipal(new ClaimsIdentity()));
            return next(context);
        });
        page.UseLanguages(application.ApplicationServices.GetRequiredService<SiteFrame>());
        page.UseRouting();
        page.UseEndpoints(endpoints => endpoints.MapRazorPages());
        return page.Build();
    }

    private static void AllowCaching(IHeaderDictionary headers)
    {
        headers.CacheControl = "public, max-age=3600";
        headers.Remove("Pragma");
    }
}
