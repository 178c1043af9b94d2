using System.Net;

namespace BaseComponents.Payments.Wire;

/// <summary>What can go wrong with the service, as exceptions that name cause and next step.</summary>
internal static class Faults
{
    public static PaymentException Unreachable(string? requestId, Exception cause) => new(
        PaymentErrors.ServiceUnavailable,
        "The payment service could not be reached, or the connection broke before its answer came. The intent is stored: start again with the same order, nothing is paid twice.",
        cause)
    {
        IsTransient = true,
        CorrelationId = requestId,
    };

    public static PaymentException TimedOut(string? requestId) => new(
        PaymentErrors.ServiceUnavailable,
        "The payment service did not answer in time. The intent is stored: start again with the same order, nothing is paid twice.")
    {
        IsTransient = true,
        CorrelationId = requestId,
    };

    public static PaymentException OutOfOrder(string requestId, HttpStatusCode status, PaymentFunctionalCode? code) => new(
        PaymentErrors.ServiceUnavailable,
        $"The payment service is out of order (HTTP {(int)status}). The intent is stored: try again later.")
    {
        IsTransient = true,
        CorrelationId = requestId,
        FunctionalCode = code,
    };

    public static PaymentException AccessDenied(string requestId, HttpStatusCode status, PaymentFunctionalCode? code) => new(
        PaymentErrors.AccessDenied,
        $"The payment service does not let this client in (HTTP {(int)status}{Named(code)}). Compare client certificate, OriginatorId, EndPointId and BaseAddress with the operator's letter.")
    {
        CorrelationId = requestId,
        FunctionalCode = code,
    };

    public static PaymentException OrderRefused(string requestId, HttpStatusCode status, PaymentFunctionalCode? code) => new(
        PaymentErrors.OrderRefused,
        $"The payment service refused the order (HTTP {(int)status}{Named(code)}); nothing was created. Correct the order, often its booking data, and start it again under the same reference.")
    {
        CorrelationId = requestId,
        FunctionalCode = code,
    };

    public static PaymentException Unreadable(string why, string? requestId = null) => new(
        PaymentErrors.AnswerUnreadable,
        $"The payment service answered something that cannot be used: {why}. The stored state is unchanged. Check that BaseAddress is its XBezahldienste 1.0 interface.")
    {
        CorrelationId = requestId,
    };

    private static string Named(PaymentFunctionalCode? code) => code is { } named ? $", {named}" : "";
}
