namespace BaseComponents.Payments.Internal.Transfers;

internal static class TransferFaults
{
    public static PaymentException Invalid(IReadOnlyList<PaymentFinding> findings) =>
        new(PaymentErrors.TransferInvalid, $"The transfer breaks {findings.Count} rule(s) of the QR code, first {findings[0].Field}: {findings[0].Message} Call Check() before and show what it finds.")
        {
            Findings = findings,
        };
}
