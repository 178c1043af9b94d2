namespace BaseComponents.Payments.Internal;

/// <summary>Orders that are not even tried.</summary>
internal static class OrderFaults
{
    public static void ThrowIfInvalid(PaymentOrder order)
    {
        var findings = order.Check();
        if (findings.Count == 0)
            return;
        var list = string.Join(' ', findings.Select(static finding => $"{finding.Field}: {finding.Message}"));
        throw new PaymentException(PaymentErrors.OrderInvalid, $"The order breaks {findings.Count} rule(s) of XBezahldienste 1.0; nothing was sent. {list}")
        {
            Findings = findings,
        };
    }

    public static PaymentException Erased(string requestId) => new(
        PaymentErrors.ReferenceReused,
        "The reference belonged to a case whose payments were erased; nothing was sent. Use a new reference for a new order.")
    {
        CorrelationId = requestId,
    };

    /// <remarks>After a refusal nothing exists at the service, so a corrected order may take its place.</remarks>
    public static void ThrowIfDifferent(PaymentRecord current, string fingerprint)
    {
        if (current.Fingerprint == fingerprint || current.State is PaymentState.Rejected)
            return;
        throw new PaymentException(
            PaymentErrors.ReferenceReused,
            "The reference belongs to an earlier order with other lines, amounts or texts; nothing was sent. Use a new reference for a new order, and the very same order to repeat one.")
        {
            CorrelationId = current.RequestId,
        };
    }
}
