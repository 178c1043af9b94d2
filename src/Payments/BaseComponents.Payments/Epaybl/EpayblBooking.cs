namespace BaseComponents.Payments.Epaybl;

/// <summary>One line of a booking list: how much is booked where.</summary>
/// <remarks>German: Buchung.</remarks>
public sealed record EpayblBooking
{
    /// <summary>What is paid for: 1 to 120 of <c>A-Z a-z 0-9 ÄÖÜß , . : / + &amp; - * $ %</c> and blanks.</summary>
    /// <remarks>German: Buchungstext. On the bank statement it follows the Kassenzeichen, cut to 27 characters in all.</remarks>
    public required string Text { get; init; }

    /// <summary>Net amount.</summary>
    public required Euro Net { get; init; }

    /// <summary>Tax on it.</summary>
    public Euro Tax { get; init; }

    /// <summary>Where it is booked, at most 10 characters.</summary>
    /// <remarks>German: Haushaltsstelle.</remarks>
    public required string BudgetItem { get; init; }

    /// <summary>Where below that, at most 10 characters.</summary>
    /// <remarks>German: Objektnummer.</remarks>
    public string? ObjectNumber { get; init; }

    /// <summary>The voucher, eight digits; SOAP only, and only where the office is set up for it.</summary>
    /// <remarks>German: Belegnummer.</remarks>
    public string? VoucherNumber { get; init; }

    /// <summary>What is booked.</summary>
    public Euro Gross => Net + Tax;
}
