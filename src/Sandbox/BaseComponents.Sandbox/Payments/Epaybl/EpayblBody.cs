using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Reads a request up to a limit; not by the server's own, which would close the connection on a client that is still sending.</summary>
internal static class EpayblBody
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>The body; null when it is longer.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        var body = new byte[MaxBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > MaxBytes ? null : body[..length];
    }
}
