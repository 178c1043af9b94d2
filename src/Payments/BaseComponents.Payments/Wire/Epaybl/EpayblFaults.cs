using System.Net;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>What can go wrong with ePayBL, as exceptions that name cause and next step. The service's own texts are not repeated: they may name a person.</summary>
internal static class EpayblFaults
{
    public static PaymentException Unreachable(string? correlationId, Exception cause) => new(
        PaymentErrors.ServiceUnavailable,
        "ePayBL could not be reached, or the connection broke before its answer came. A booking may have arrived: send the same transaction number again, or look it up.",
        cause)
    {
        IsTransient = true,
        CorrelationId = correlationId,
    };

    public static PaymentException TimedOut(string? correlationId) => new(
        PaymentErrors.ServiceUnavailable,
        "ePayBL did not answer in time. A booking may have arrived: send the same transaction number again, or look it up.")
    {
        IsTransient = true,
        CorrelationId = correlationId,
    };

    /// <summary>An answer that is not ePayBL's word: the HTTP status is all there is.</summary>
    public static PaymentException NotItsWord(EpayblAnswer answer, string? correlationId, string why) => answer.Status switch
    {
        >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => new(
            PaymentErrors.ServiceUnavailable, $"ePayBL is out of order (HTTP {(int)answer.Status}). Try again later, with the same transaction number.")
        {
            IsTransient = true,
            CorrelationId = correlationId,
        },
        >= HttpStatusCode.MultipleChoices => new(
            PaymentErrors.AccessDenied,
            $"ePayBL does not let this client in (HTTP {(int)answer.Status}). Compare client certificate, Mandant, Bewirtschafter and BaseAddress with the operator's letter.")
        {
            CorrelationId = correlationId,
        },
        _ => Unreadable(why, correlationId),
    };

    public static PaymentException Unreadable(string why, string? correlationId) => new(
        PaymentErrors.AnswerUnreadable,
        $"ePayBL answered something that cannot be used: {why}. Nothing is concluded from it. Check that BaseAddress is the interface that Protocol names.")
    {
        CorrelationId = correlationId,
    };

    /// <summary>A Kassenzeichen that the service itself has named does not cease to exist; whoever says so is not believed.</summary>
    public static PaymentException Vanished(string correlationId) => new(
        PaymentErrors.AnswerUnreadable,
        "ePayBL says that it does not know a Kassenzeichen it has booked. Nothing is concluded from it. Compare Mandant, BaseAddress and NotFoundCodes with the operator's letter.")
    {
        CorrelationId = correlationId,
    };

    /// <summary>The service answered with a SOAP fault: it says that something went wrong, not that nothing happened.</summary>
    public static PaymentException SoapFault(string? faultCode, string? correlationId) => new(
        PaymentErrors.ServiceUnavailable,
        $"ePayBL answered with a SOAP fault{(faultCode is null ? "" : $" ({faultCode})")}. Whether the request took effect is not known: look it up. If it happens each time, compare ListStyle with the operator's version.")
    {
        IsTransient = true,
        CorrelationId = correlationId,
    };

    /// <summary>The service said no, by a code.</summary>
    public static PaymentException Refused(EpayblResultCode code, string? ePaymentId, string? correlationId)
    {
        var error = EpayblErrorCatalogue.Describe(code);
        return new PaymentException(CodeOf(error.Class), $"ePayBL answered {code}: {error.Meaning} {NextStep(error.Class)}")
        {
            IsTransient = error.Retry is EpayblRetry.LookUpFirst,
            CorrelationId = ePaymentId ?? correlationId,
            ResultCode = code,
        };
    }

    private static string CodeOf(EpayblErrorClass errorClass) => errorClass switch
    {
        EpayblErrorClass.Certificate => PaymentErrors.AccessDenied,
        EpayblErrorClass.Configuration or EpayblErrorClass.NumberRange => PaymentErrors.BackEndMisconfigured,
        EpayblErrorClass.OutcomeUnknown or EpayblErrorClass.Unknown or EpayblErrorClass.Duplicate => PaymentErrors.OutcomeUnknown,
        _ => PaymentErrors.OrderRefused,
    };

    private static string NextStep(EpayblErrorClass errorClass) => errorClass switch
    {
        EpayblErrorClass.Certificate => "Compare the client certificate with the operator's letter.",
        EpayblErrorClass.Configuration => "Compare Mandant, Bewirtschafter, budget item and dunning key with the operator's letter, and ask the operator with the reference.",
        EpayblErrorClass.NumberRange => "Tell the operator, with the reference.",
        EpayblErrorClass.OutcomeUnknown or EpayblErrorClass.Unknown or EpayblErrorClass.Duplicate => "Look up what was sent before anything is sent again; never send it under another number.",
        EpayblErrorClass.Conflict => "The Kassenzeichen is taken: ask the treasury.",
        _ => "Nothing was booked. Correct the booking list and send it again.",
    };
}
