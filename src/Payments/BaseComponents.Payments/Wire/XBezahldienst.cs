using System.Net;
using System.Runtime.ExceptionServices;
using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;

namespace BaseComponents.Payments.Wire;

/// <summary>Talks to one XBezahldienste 1.0.0 service on behalf of one registration.</summary>
internal sealed class XBezahldienst(string tenant, IServiceProvider services, IOptionsMonitor<PaymentsOptions> options, TimeProvider clock) : IPaymentService
{
    // Asked for by each call: the client underneath follows changed settings.
    private IXBezahldienstApi Api => services.GetRequiredKeyedService<IXBezahldienstApi>(tenant);

    public async Task<CreateOutcome> CreateAsync(PaymentOrder order, string requestId, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        var request = RequestWriter.Write(settings.Dialect, order, requestId, clock.GetUtcNow());
        using var answer = await SendAsync(
            token => Api.CreateAsync(settings.OriginatorId!, settings.EndPointId!, request, token), requestId, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
            return new CreateOutcome.Created(await ReadAsync(settings, answer, requestId, cancellationToken).ConfigureAwait(false));
        return Classify(requestId, answer.StatusCode, await AnswerReader.ProblemAsync(answer, cancellationToken).ConfigureAwait(false));
    }

    /// <remarks>By the service's own key, or by ours until the service has named one.</remarks>
    public async Task<Observation?> FindAsync(PaymentRecord record, CancellationToken cancellationToken)
    {
        var settings = options.Get(tenant);
        var (transactionId, requestId) = (record.TransactionId, record.RequestId);
        using var answer = await SendAsync(
            token => Api.GetAsync(settings.OriginatorId!, settings.EndPointId!, transactionId ?? requestId, token), requestId, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
            return await ReadAsync(settings, answer, requestId, cancellationToken).ConfigureAwait(false);
        var problem = await AnswerReader.ProblemAsync(answer, cancellationToken).ConfigureAwait(false);
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
            using var answer = await SendAsync(token => Api.StatusAsync(settings.OriginatorId!, settings.EndPointId!, token), requestId: null, cancellationToken).ConfigureAwait(false);
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

    private static async Task<Observation> ReadAsync(PaymentsOptions settings, HttpResponseMessage answer, string requestId, CancellationToken cancellationToken)
    {
        var transaction = await AnswerReader.TransactionAsync(answer, cancellationToken).ConfigureAwait(false);
        return new ObservationReader(settings).Read(transaction, requestId);
    }

    private static async Task<HttpResponseMessage> SendAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, string? requestId, CancellationToken cancellationToken)
    {
        try
        {
            return await UnwrappedAsync(send, cancellationToken).ConfigureAwait(false);
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

    // Refit wraps what its HTTP client throws.
    private static async Task<HttpResponseMessage> UnwrappedAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await send(cancellationToken).ConfigureAwait(false);
        }
        catch (ApiRequestException exception) when (exception.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
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
