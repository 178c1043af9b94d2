namespace BaseComponents.Payments.Internal.Operations;

/// <summary>Acts of the operator that are not carried out.</summary>
internal static class DecisionFaults
{
    public static PaymentException Refused(string why, string? requestId = null) =>
        new(PaymentErrors.DecisionRefused, $"The payment was left as it is: {why}.") { CorrelationId = requestId };
}
