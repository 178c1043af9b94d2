using System.IO.Compression;
using System.Text;
using BaseComponents.Payments;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Tests.Payments.Hostile;

/// <summary>How a service can be broken or hostile, and the fault that each must become.</summary>
internal static class HostileAnswers
{
    private const int Megabyte = 1024 * 1024;

    public static IReadOnlyDictionary<string, (string Code, Func<HttpContext, GoodAnswer, Task> Give)> All { get; } = new Dictionary<string, (string, Func<HttpContext, GoodAnswer, Task>)>
    {
        ["30 MB"] = (PaymentErrors.ServiceUnavailable, (context, good) => MuchAsync(context, good, isLengthTold: true)),
        ["30 MB, length not told"] = (PaymentErrors.ServiceUnavailable, (context, good) => MuchAsync(context, good, isLengthTold: false)),
        ["a small answer and 30 MB of blanks"] = (PaymentErrors.ServiceUnavailable, async (context, good) =>
        {
            context.Response.ContentType = good.Type;
            await context.Response.Body.WriteAsync(good.Bytes);
            await MuchAsync(context, good, isLengthTold: false);
        }
        ),
        ["endless"] = (PaymentErrors.ServiceUnavailable, EndlessAsync),
        ["silent"] = (PaymentErrors.ServiceUnavailable, static (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted)),
        ["huge headers"] = (PaymentErrors.ServiceUnavailable, static (context, good) =>
        {
            context.Response.Headers["X-Filler"] = new string('x', Megabyte);
            return SayAsync(context, good.Type, good.Text);
        }
        ),
        ["cut off in the middle"] = (PaymentErrors.ServiceUnavailable, static async (context, good) =>
        {
            context.Response.ContentType = good.Type;
            context.Response.ContentLength = good.Bytes.Length;
            await context.Response.Body.WriteAsync(good.Bytes.AsMemory(0, good.Bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
        ),
        ["a page of a proxy's error"] = (PaymentErrors.ServiceUnavailable, static (context, _) => SayAsync(context, "text/html", "<html><body>502 Bad Gateway</body></html>", StatusCodes.Status502BadGateway)),
        ["a log-in page"] = (PaymentErrors.AnswerUnreadable, static (context, _) => SayAsync(context, "text/html", "<html><body>Anmeldung</body></html>")),
        ["another content type"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, "text/html", good.Text)),
        ["no content type"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, null, good.Text)),
        ["nothing"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, good.Type, "")),
        ["compressed, unasked"] = (PaymentErrors.AnswerUnreadable, CompressedAsync),
        ["not UTF-8"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, good.Type, Encoding.UTF32.GetBytes(good.Text))),
        ["half of it"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, good.Type, good.Text[..(good.Text.Length / 2)])),
        ["everything twice"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, good.Type, good.Text + good.Text)),
        ["redirected"] = (PaymentErrors.AccessDenied, static (context, _) => RedirectAsync(context, "text/html", "")),
        ["redirected, with the answer"] = (PaymentErrors.AccessDenied, static (context, good) => RedirectAsync(context, good.Type, good.Text)),
        ["what decides is there twice"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, good.Type, Twice(good.Text))),
        ["numbers as text, text as numbers"] = (PaymentErrors.AnswerUnreadable, static (context, good) => SayAsync(context, good.Type, OtherKind(good.Text))),
    };

    private static Task SayAsync(HttpContext context, string? type, string text, int status = StatusCodes.Status200OK) => SayAsync(context, type, Encoding.UTF8.GetBytes(text), status);

    private static async Task SayAsync(HttpContext context, string? type, byte[] bytes, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes);
    }

    private static async Task MuchAsync(HttpContext context, GoodAnswer good, bool isLengthTold)
    {
        var blanks = new byte[Megabyte];
        Array.Fill(blanks, (byte)' ');
        if (!context.Response.HasStarted)
            context.Response.ContentType = good.Type;
        if (isLengthTold)
            context.Response.ContentLength = 30 * Megabyte;
        for (var sent = 0; sent < 30; sent++)
            await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
    }

    private static async Task EndlessAsync(HttpContext context, GoodAnswer good)
    {
        context.Response.ContentType = good.Type;
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(20, context.RequestAborted);
        }
    }

    private static async Task CompressedAsync(HttpContext context, GoodAnswer good)
    {
        using var small = new MemoryStream();
        await using (var gzip = new GZipStream(small, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(good.Bytes);
        context.Response.Headers.ContentEncoding = "gzip";
        await SayAsync(context, good.Type, small.ToArray());
    }

    private static Task RedirectAsync(HttpContext context, string type, string text)
    {
        context.Response.Headers.Location = $"https://{context.Request.Host}{HostileService.Elsewhere}";
        return SayAsync(context, type, text, StatusCodes.Status307TemporaryRedirect);
    }

    private static string Twice(string text) => text
        .Replace("\"status\":", "\"status\":\"FAILED\",\"status\":", StringComparison.Ordinal)
        .Replace("\"rc\":", "\"rc\":\"-0531\",\"rc\":", StringComparison.Ordinal)
        .Replace("<code>+0000</code>", "<code>-0531</code><code>+0000</code>", StringComparison.Ordinal);

    private static string OtherKind(string text) => text
        .Replace("\"grosAmount\":96", "\"grosAmount\":\"96\"", StringComparison.Ordinal)
        .Replace("\"rc\":\"+0000\"", "\"rc\":0", StringComparison.Ordinal)
        .Replace("<code>+0000</code>", "<code><n>0</n></code>", StringComparison.Ordinal);
}
