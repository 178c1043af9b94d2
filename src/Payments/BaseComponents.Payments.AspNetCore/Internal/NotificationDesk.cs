using BaseComponents.Payments.Epaybl;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>One notification. The answer says nothing that a forger could learn from: refused, or taken.</summary>
internal sealed partial class NotificationDesk(string tenant, IOptionsMonitor<EpayblOptions> options)
{
    // The service waits ten seconds, and is promised one.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(800);

    private const int LargestBody = 8 * 1024;
    private const int MostFields = 30;

    public async Task TakeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = await ReadAsync(context).ConfigureAwait(false) is { } notification && IsAuthentic(notification)
            ? await TakeAsync(context, notification).ConfigureAwait(false)
            : StatusCodes.Status400BadRequest;
    }

    private async Task<int> TakeAsync(HttpContext context, EpayblNotification notification)
    {
        if (notification.SaysNothing)
            return StatusCodes.Status200OK;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(LongestAnswer);
        try
        {
            // Whether a payment has the Kassenzeichen is not told: the service has done its duty either way.
            if (!await HintAsync(context.RequestServices, notification.Kassenzeichen, limit.Token).ConfigureAwait(false))
                Unknown(Logger(context), tenant);
            return StatusCodes.Status200OK;
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            Late(Logger(context), tenant);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    // Beside this request: a driver that blocks its thread, or does not listen, must not hold the answer up.
    private Task<bool> HintAsync(IServiceProvider services, string kassenzeichen, CancellationToken cancellationToken)
    {
        var payments = services.GetRequiredKeyedService<IPaymentClient>(tenant);
        return Task.Run(() => payments.HintAsync(kassenzeichen, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
    }

    private static ILogger Logger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("BaseComponents.Payments.AspNetCore");

    private bool IsAuthentic(EpayblNotification notification)
    {
        var settings = options.Get(tenant);
        return settings is { Mandant: { } mandant, Bewirtschafter: { } office, NotificationSecret: { Length: > 0 } secret } && notification.IsAuthentic(mandant, office, secret);
    }

    private static async Task<EpayblNotification?> ReadAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            return EpayblNotification.TryRead(Flat(context.Request.Query));
        if (!context.Request.HasFormContentType || context.Request.ContentLength > LargestBody)
            return null;
        try
        {
            var limits = new FormOptions { BufferBodyLengthLimit = LargestBody, ValueCountLimit = MostFields, KeyLengthLimit = 100, ValueLengthLimit = 1000, MultipartBodyLengthLimit = 1 };
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, limits));
            return EpayblNotification.TryRead(Flat(await context.Request.ReadFormAsync(limits, context.RequestAborted).ConfigureAwait(false)));
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            // Too many fields, too long, or no form at all: no notification.
            return null;
        }
    }

    // A field that comes twice stays twice: the reader refuses it.
    private static IEnumerable<KeyValuePair<string, string>> Flat(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.SelectMany(static field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));

    [LoggerMessage(2052, LogLevel.Information, "A notification named a Kassenzeichen that no payment has (tenant '{Tenant}'); nothing is asked.")]
    private static partial void Unknown(ILogger logger, string tenant);

    [LoggerMessage(2053, LogLevel.Warning, "A notification could not be noted in time (tenant '{Tenant}'): the database is slow or away. The service sends it again, and the reconciler looks all the same.")]
    private static partial void Late(ILogger logger, string tenant);
}
