using System.Net;
using System.Runtime.CompilerServices;
using BaseComponents.Shared;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Wire;

/// <summary>Talks to one XBezahldienste 1.0.0 service on behalf of one registration.</summary>
internal sealed class XBezahldienst(string tenant, XBezahldienstApi api, IOptionsMonitor<PaymentsOptions> options, TimeProvider clock) : IPaymentService
{
    public async Task<CreateOutcome> CreateAsync(PaymentOrder order, string requestId, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        var request = RequestWriter.Write(settings.Dialect, order, requestId, clock.GetUtcNow());
        using var answer = await AnswerOfAsync(api.CreateAsync(settings, request, cancellationToken), requestId, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
            return new CreateOutcome.Created(Read(settings, answer, requestId, stored: null));
        return Classify(requestId, answer.StatusCode, AnswerReader.Problem(answer));
    }

    /// <remarks>By the service's own key, or by ours until the service has named one.</remarks>
    public async Task<Observation?> FindAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        var (transactionId, requestId) = (record.TransactionId, record.RequestId);
        using var answer = await AnswerOfAsync(api.GetAsync(settings, transactionId ?? requestId, cancellationToken), requestId, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
            return Read(settings, answer, requestId, record.PayPage);
        var problem = AnswerReader.Problem(answer);
        // A payment that the service has named does not cease to exist because a proxy answers 404.
        var isUnknown = answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.BadRequest
            && !IsAccess(problem?.Code) && (problem is not null || transactionId is null);
        return isUnknown ? null : throw Fault(requestId, answer.StatusCode, problem?.Code);
    }

    public async Task<PaymentServiceStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        try
        {
            using var answer = await AnswerOfAsync(api.StatusAsync(settings, cancellationToken), requestId: null, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return PaymentServiceStatus.Available;
            return IsCallersFault(answer.StatusCode) ? PaymentServiceStatus.Denied : PaymentServiceStatus.Unavailable;
        }
        catch (PaymentException exception) when (exception.IsTransient)
        {
            return PaymentServiceStatus.Unavailable;
        }
    }

    private static CreateOutcome Classify(string requestId, HttpStatusCode status, Problem? problem)
    {
        var code = problem?.Code;
        if (code == PaymentFunctionalCode.PaymentExists || status is HttpStatusCode.Conflict)
            return new CreateOutcome.Exists();
        var isRefusal = problem is not null && !IsAccess(code)
            && status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge;
        return isRefusal ? new CreateOutcome.Refused(Faults.OrderRefused(requestId, status, code)) : throw Fault(requestId, status, code);
    }

    private static PaymentException Fault(string requestId, HttpStatusCode status, PaymentFunctionalCode? code) =>
        IsAccess(code) || IsCallersFault(status) ? Faults.AccessDenied(requestId, status, code) : Faults.OutOfOrder(requestId, status, code);

    private static bool IsCallersFault(HttpStatusCode status) =>
        status is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.InternalServerError and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private static bool IsAccess(PaymentFunctionalCode? code) =>
        code == PaymentFunctionalCode.Forbidden || code == PaymentFunctionalCode.NoValidOriginatorOrEndpoint || code == PaymentFunctionalCode.NoValidOriginatorOrDestination;

    private static Observation Read(PaymentsOptions settings, HttpResponseMessage answer, string requestId, Uri? stored) =>
        ObservationReader.Read(settings, AnswerReader.Transaction(answer), requestId, stored);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<HttpResponseMessage> AnswerOfAsync(Task<HttpResponseMessage> call, string? requestId, CancellationToken cancellationToken)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (CertificateSourceException exception)
        {
            throw CertificateUnusable(exception);
        }
        catch (HttpRequestException exception) when (Cause<CertificateSourceException>(exception) is { } unusable)
        {
            throw CertificateUnusable(unusable);
        }
        catch (HttpRequestException exception)
        {
            throw Faults.Unreachable(requestId, exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Faults.TimedOut(requestId);
        }
    }

    private static PaymentException CertificateUnusable(CertificateSourceException exception) =>
        new(PaymentErrors.CertificateUnusable, exception.Message, exception);

    private static T? Cause<T>(Exception? exception)
        where T : Exception
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is T found)
                return found;
        }

        return null;
    }
}
