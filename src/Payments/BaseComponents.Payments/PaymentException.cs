using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments;

/// <summary>A payment could not be started or asked for. The message says what happened, the likely cause and the next step.</summary>
/// <remarks>It never holds a person's data, nor the service's own error text, which may repeat it.</remarks>
public sealed class PaymentException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">One of <see cref="PaymentErrors"/>.</param>
    /// <param name="message">What happened, why, and what to do; the address of the explanation is added.</param>
    /// <param name="innerException">The cause.</param>
    public PaymentException(string code, string message, Exception? innerException = null)
        : base($"{message} See docs/errors.md#{code}.", innerException) => Code = code;

    /// <summary>Stable name of the error, see <see cref="PaymentErrors"/>.</summary>
    public string Code { get; }

    /// <summary>Whether the same call may succeed later without a change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The key under which the operator of the service finds the request, where one was sent.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The service's own code, such as <c>VALIDATION_ERROR</c>.</summary>
    /// <remarks>XBezahldienste 1.0.0, functionalCode.</remarks>
    public PaymentFunctionalCode? FunctionalCode { get; init; }

    /// <summary>ePayBL's own code, such as <c>-0531</c>; <see cref="EpayblErrorCatalogue"/> explains it.</summary>
    /// <remarks>ePayBL, rc.</remarks>
    public EpayblResultCode? ResultCode { get; init; }

    /// <summary>Everything that is wrong with the order or the transfer, where that is the error.</summary>
    public IReadOnlyList<PaymentFinding> Findings { get; init; } = [];
}
