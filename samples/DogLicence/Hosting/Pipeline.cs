using System.Security.Claims;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using DogLicence.Cases;
using Microsoft.Extensions.Options;

namespace DogLicence.Hosting;

/// <summary>What every request passes through.</summary>
public static class Pipeline
{
    private const string Elsewhere = "/zahlung/anderswo";

    public static void Use(WebApplication application)
    {
        application.UseProxyHeaders(application.Services.GetRequiredService<IOptions<ClusterOptions>>().Value);
        application.Use(application.Services.GetRequiredService<Draining>().CloseAsync);
        // Looked at once here, so that the log says at start when KERN is missing.
        application.Services.GetRequiredService<StyleSheets>();
        application.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = FaultPage(application), StatusCodeSelector = Outage.StatusOf });
        application.UseStatusCodePagesWithReExecute("/fehler/{0}");
        // Inside the exception handler, which empties the headers before it shows its page.
        application.UseSecurityHeaders();
        application.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => AllowCaching(file.Context.Response.Headers),
        });
        application.UseRateLimiter();
        application.UseMiddleware<OversizeUploads>(application.Services.GetRequiredService<IOptions<ApplicationOptions>>().Value.MaximumProofSize);
        application.UseRouting();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapRazorPages();
        HealthPages.Map(application);
        application.MapPaymentReturn("/zahlung/zurueck", ReturnAsync, (_, _) => Task.FromResult(Results.Redirect(Elsewhere)));
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
        page.UseRouting();
        page.UseEndpoints(endpoints => endpoints.MapRazorPages());
        return page.Build();
    }

    private static void AllowCaching(IHeaderDictionary headers)
    {
        headers.CacheControl = "public, max-age=3600";
        headers.Remove("Pragma");
    }

    // The page of the case decides by what the payment service says; here the browser is only led to it. A banking app may open another browser
    // than the one the case belongs to: that one is told the same as one with an address that never was.
    private static async Task<IResult> ReturnAsync(Payment payment, HttpContext context, CancellationToken cancellationToken)
    {
        var store = context.RequestServices.GetRequiredService<CaseStore>();
        return BrowserCookie.Read(context.Request) is { } secret && await store.FindIdAsync(payment.Reference, secret, cancellationToken) is { } id
            ? Results.Redirect(CaseGate.PathOf(id, payment.IsPaid ? CaseStep.Receipt : CaseStep.Pay))
            : Results.Redirect(Elsewhere);
    }
}
