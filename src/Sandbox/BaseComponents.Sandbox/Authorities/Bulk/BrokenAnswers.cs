using System.Text;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>Half an answer, though a whole one is announced.</summary>
internal sealed class HalfAnswer(byte[] whole) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = whole.Length;
        await httpContext.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), httpContext.RequestAborted);
        await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);
        // What was sent shall arrive: an end at once would take it back.
        await Task.Delay(TimeSpan.FromMilliseconds(200), httpContext.RequestAborted);
        httpContext.Abort();
    }
}

/// <summary>A page that takes no end, as long as somebody reads it.</summary>
internal sealed class HugeAnswer : IResult
{
    private const long Length = 2L * 1024 * 1024 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (body, aborted) = (httpContext.Response.Body, httpContext.RequestAborted);
        httpContext.Response.ContentType = "application/json";
        await body.WriteAsync(Encoding.UTF8.GetBytes("{\"xzufiObjekte\":\""), aborted);
        var piece = new byte[64 * 1024];
        piece.AsSpan().Fill((byte)' ');
        try
        {
            for (var written = 0L; written < Length; written += piece.Length)
                await body.WriteAsync(piece, aborted);
        }
        catch (OperationCanceledException)
        {
            // Whoever read it has hung up.
        }
    }
}
