using System.Globalization;
using System.Text.Json;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Payments.Dialects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments;

/// <summary>The machine endpoints of XBezahldienste 1.0.0, in one of its dialects.</summary>
internal sealed class PaymentEndpoints(SandboxContext sandbox, PaymentLedger ledger, PaymentDialect dialect, IEndpointFilter gate)
{
    private const int MaxBody = 256 * 1024;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var machine = endpoints.MapGroup(dialect.BasePath).AddEndpointFilter(gate).AddEndpointFilter(UnavailableAsync);
        machine.MapPost("/paymenttransaction/{originatorId}/{endPointId}", CreateAsync);
        machine.MapGet("/paymenttransaction/{originatorId}/{endPointId}/{transactionId}", Get);
        machine.MapGet("/status/{originatorId}/{endPointId}", Status);
    }

    private async ValueTask<object?> UnavailableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        sandbox.Faults.Take(PaymentFaults.Unavailable) is null
            ? await next(context)
            : PaymentProblems.Of(StatusCodes.Status503ServiceUnavailable, "UNSPECIFIED", "Der Dienst ist gestört");

    private async Task<IResult> CreateAsync(string originatorId, string endPointId, HttpContext context)
    {
        if (!EndPoints.Know(originatorId, endPointId))
            return PaymentProblems.UnknownEndPoint();
        if (await ReadAsync(context) is not { } request)
            return PaymentProblems.Refused(Refusal.Invalid("Der Inhalt ist kein PaymentRequest"));
        if ((RequestRules.Check(request, EndPoints.WantsBookingData(endPointId)) ?? dialect.Check(request)) is { } refusal)
            return PaymentProblems.Refused(refusal);
        if (sandbox.Faults.Take(PaymentFaults.DropBeforeCommit) is not null)
            return new DroppedConnection();
        if (ledger.TryCreate(originatorId, endPointId, request) is not { } entry)
            return PaymentProblems.Exists();
        return await AnswerAsync(entry, request, context.RequestAborted);
    }

    private async Task<IResult> AnswerAsync(LedgerEntry entry, WirePaymentRequest request, CancellationToken cancellationToken)
    {
        if (sandbox.Faults.Take(PaymentFaults.DropAfterCommit) is not null)
            return new DroppedConnection();
        if (sandbox.Faults.Take(PaymentFaults.DelayAnswer) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), cancellationToken);
        return Answer(entry, request, dialect.Created);
    }

    private IResult Get(string originatorId, string endPointId, string transactionId)
    {
        if (sandbox.Faults.Take(PaymentFaults.GetError) is not null)
            return PaymentProblems.Of(StatusCodes.Status500InternalServerError, "UNSPECIFIED", "Interner Fehler");
        if (!EndPoints.Know(originatorId, endPointId))
            return PaymentProblems.UnknownEndPoint();
        var alsoByRequestId = EndPoints.FindsByRequestId(endPointId) && sandbox.Faults.Take(PaymentFaults.HideRequestId) is null;
        return ledger.Find(originatorId, endPointId, transactionId, alsoByRequestId) is { } entry
            ? Answer(entry, entry.Request)
            : PaymentProblems.NotFound();
    }

    private static IResult Status(string originatorId, string endPointId) =>
        EndPoints.Know(originatorId, endPointId) ? Results.Ok() : PaymentProblems.UnknownEndPoint();

    private IResult Answer(LedgerEntry entry, WirePaymentRequest request, int code = StatusCodes.Status200OK)
    {
        var status = MagicAmounts.StatusOf(entry, sandbox.Clock.GetUtcNow());
        var information = new WireInformation
        {
            TransactionUrl = new Uri(sandbox.HttpsAddress, $"{dialect.BasePath}/paymenttransaction/{entry.OriginatorId}/{entry.EndPointId}/{entry.TransactionId}").AbsoluteUri,
            TransactionRedirectUrl = status == "INITIAL" || dialect.RepeatsPayPage ? new Uri(sandbox.HttpAddress, PayPage.PathOf(entry)).AbsoluteUri : null,
            TransactionId = entry.TransactionId,
            TransactionReference = status == "PAYED" ? entry.TransactionReference : null,
            TransactionTimestamp = (entry.ChosenAt ?? entry.CreatedAt).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            PaymentMethod = status == "PAYED" ? "OTHER" : null,
            PaymentMethodDetail = status == "PAYED" ? "SANDBOX" : null,
            Status = status,
        };
        return Results.Json(
            new WireTransaction(information, request with { GrosAmount = MagicAmounts.ReportedAmount(entry, status) }),
            WireOptions.Json,
            statusCode: code);
    }

    private static async Task<WirePaymentRequest?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return null;
        // Not by the server's own limit: it would close the connection on a client that is still sending.
        var body = new byte[MaxBody + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (length > MaxBody)
            return null;
        try
        {
            return JsonSerializer.Deserialize<WirePaymentRequest>(body.AsSpan(0, length), WireOptions.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
