using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace MunicipalService.Hosting;

/// <summary>How much and how often a browser may send.</summary>
public static class FormLimits
{
    private const int LargestForm = 128 * 1024;

    /// <param name="builder">The service.</param>
    /// <param name="largestUpload">Largest file, in bytes.</param>
    /// <param name="formsPerMinute">Forms one address may send per minute.</param>
    public static void AddFormLimits(this WebApplicationBuilder builder, int largestUpload, int formsPerMinute)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 64;
            form.KeyLengthLimit = 256;
            form.ValueLengthLimit = 8 * 1024;
            form.MultipartBodyLengthLimit = largestUpload + 64 * 1024;
            // A part that is larger would lie in a temporary file, in the clear.
            form.MemoryBufferThreshold = largestUpload + 64 * 1024;
        });
        // The framework's default lets it go over http too, also where it was set over https.
        builder.Services.Configure<AntiforgeryOptions>(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsNewForm(context)
                ? RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => Window(formsPerMinute))
                : RateLimitPartition.GetNoLimiter("read"));
        });
    }

    private static FixedWindowRateLimiterOptions Window(int forms) => new() { PermitLimit = forms, Window = TimeSpan.FromMinutes(1) };

    // The page about a refused form passes through here again, with the form's method.
    private static bool IsNewForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null;

    private static string Client(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
