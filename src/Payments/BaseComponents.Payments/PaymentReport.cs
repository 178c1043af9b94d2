namespace BaseComponents.Payments;

/// <summary>The attempts of some days, for the books.</summary>
/// <param name="Lines">By day and Kassenzeichen.</param>
/// <param name="Totals">Number and sum by standing.</param>
public sealed record PaymentReport(IReadOnlyList<PaymentReportLine> Lines, IReadOnlyList<PaymentReportTotal> Totals);

/// <summary>One attempt in the report.</summary>
/// <param name="Day">The day it was begun (Europe/Berlin).</param>
/// <param name="Standing">What the treasury has to think of it.</param>
/// <param name="Attempt">The attempt.</param>
public sealed record PaymentReportLine(DateOnly Day, PaymentStanding Standing, PaymentRecord Attempt);

/// <summary>A sum of the report.</summary>
/// <param name="Standing">The standing.</param>
/// <param name="Count">How many attempts.</param>
/// <param name="Amount">What was ordered with them.</param>
public sealed record PaymentReportTotal(PaymentStanding Standing, int Count, Euro Amount);

/// <summary>How the treasury sees an attempt.</summary>
public enum PaymentStanding
{
    /// <summary>May still be paid.</summary>
    Open,

    /// <summary>Nobody knows yet: somebody has to look into it.</summary>
    Unclear,

    /// <summary>Paid in time and in full.</summary>
    Paid,

    /// <summary>Paid after it had been given up: somebody has to decide.</summary>
    PaidLate,

    /// <summary>Paid although another attempt is paid: to be refunded.</summary>
    PaidTwice,

    /// <summary>Taken back by the payer's bank.</summary>
    Reversed,

    /// <summary>Given back.</summary>
    Refunded,

    /// <summary>Ended unpaid, with a Kassenzeichen that the books expect money for: to be written off.</summary>
    Orphaned,

    /// <summary>Ended unpaid, and nothing is left of it in the books.</summary>
    Unpaid,
}
