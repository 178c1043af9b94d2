namespace BaseComponents.Payments.Internal.Operations;

/// <summary>Sorts attempts by what the treasury has to think of them.</summary>
internal static class ReportWriter
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The moment a day begins in Germany.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Berlin.GetUtcOffset(midnight));
    }

    public static PaymentReport Write(IReadOnlyCollection<PaymentRecord> attempts)
    {
        PaymentReportLine[] lines = [.. attempts
            .Select(static attempt => new PaymentReportLine(DayOf(attempt), StandingOf(attempt), attempt))
            .OrderBy(static line => line.Day)
            .ThenBy(static line => line.Attempt.TransactionReference, StringComparer.Ordinal)
            .ThenBy(static line => line.Attempt.CreatedAt)];
        return new PaymentReport(lines, [.. lines.GroupBy(static line => line.Standing).OrderBy(static group => group.Key).Select(TotalOf)]);
    }

    private static PaymentReportTotal TotalOf(IGrouping<PaymentStanding, PaymentReportLine> lines) =>
        new(lines.Key, lines.Count(), Euro.Sum(lines.Select(static line => line.Attempt.Amount)));

    private static DateOnly DayOf(PaymentRecord attempt) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(attempt.CreatedAt, Berlin).DateTime);

    private static PaymentStanding StandingOf(PaymentRecord attempt) => attempt.State switch
    {
        PaymentState.Creating or PaymentState.Open or PaymentState.AwaitingTransfer => PaymentStanding.Open,
        PaymentState.OutcomeUnknown or PaymentState.Mismatch => PaymentStanding.Unclear,
        PaymentState.Paid => PaymentStanding.Paid,
        PaymentState.PaidLate => PaymentStanding.PaidLate,
        PaymentState.DoublePayment => PaymentStanding.PaidTwice,
        PaymentState.ReturnDebited => PaymentStanding.Reversed,
        PaymentState.Refunded => PaymentStanding.Refunded,
        _ => attempt.TransactionReference is null ? PaymentStanding.Unpaid : PaymentStanding.Orphaned,
    };
}
