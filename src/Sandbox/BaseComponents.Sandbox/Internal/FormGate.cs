using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Reads forms within limits before anybody else does: what is not a form, or far too much of one, gets an answer instead of a fault in the log.</summary>
internal sealed class FormGate : IStartupFilter
{
    private const int MostBytes = 256 * 1024;
    private static readonly FormOptions _limits = new()
    {
        ValueCountLimit = 100,
        KeyLengthLimit = 256,
        ValueLengthLimit = MostBytes,
        BufferBodyLengthLimit = MostBytes,
        MultipartBodyLengthLimit = MostBytes,
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Use(async (HttpContext context, RequestDelegate then) =>
        {
            if (await IsReadableAsync(context))
                await then(context);
            else
                await Refused.ExecuteAsync(context);
        });
        next(application);
    };

    private static IResult Refused => Page.Show("Nicht angenommen", Html.Of($"<p>Das Formular ist zu groß oder beschädigt.</p>"), StatusCodes.Status400BadRequest);

    private static async Task<bool> IsReadableAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return true;
        try
        {
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, _limits));
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
