using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace MunicipalService.Hosting;

/// <summary>
/// Answers an upload that is too big with a page. A server that closes the connection at once makes the browser show its own error; so the body is
/// read and thrown away, within limits, and the citizen is led back to the form. What was entered before is stored and stays.
/// </summary>
public sealed partial class OversizeUploads(RequestDelegate next, ILogger<OversizeUploads> log, int largestUpload)
{
    private const long MostBytes = 128 * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    // Room for the boundary, the headers and the antiforgery token around the file.
    private long Limit => largestUpload + 64 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsUpload(context.Request))
        {
            await next(context);
            return;
        }

        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false })
            size.MaxRequestBodySize = context.Request.ContentLength > Limit ? MostBytes : Limit;
        if (context.Request.ContentLength is not { } length || length <= Limit)
            await next(context);
        else
            await RefuseAsync(context, length);
    }

    private async Task RefuseAsync(HttpContext context, long length)
    {
        LogRefused(length, Limit);
        if (length > MostBytes)
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else
            await DiscardAsync(context);
    }

    private static bool IsUpload(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value?.EndsWith("/nachweis", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task DiscardAsync(HttpContext context)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(MostTime);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, time.Token) > 0)
            {
                // Thrown away on purpose.
            }

            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.Path + "?zuGross=true";
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An upload of {Length} bytes was refused: no more than {Limit} are accepted.")]
    private partial void LogRefused(long length, long limit);
}
