using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>Booking lists that are not even tried.</summary>
internal static class BookingListFaults
{
    public static void ThrowIfInvalid(EpayblBookingList list)
    {
        if (list.Check() is { Count: > 0 } findings)
            throw Invalid(findings);
    }

    public static PaymentException Invalid(IReadOnlyList<PaymentFinding> findings)
    {
        var list = string.Join(' ', findings.Select(static finding => $"{finding.Field}: {finding.Message}"));
        return new PaymentException(PaymentErrors.OrderInvalid, $"The booking list breaks {findings.Count} rule(s) of ePayBL; nothing was sent. {list}") { Findings = findings };
    }
}
