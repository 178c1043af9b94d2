using BaseComponents.Payments.Internal.Epaybl;

namespace BaseComponents.Payments.Epaybl;

/// <summary>A claim with all its lines, to be paid in one go.</summary>
/// <remarks>German: Buchungsliste.</remarks>
public sealed record EpayblBookingList
{
    /// <summary>The application's number of the request, 1 to 30 letters, digits, underscores or hyphens; the service takes each once.</summary>
    /// <remarks>German: EShopTransaktionsNr, transaktionsnummer. The service refuses a repetition with -0531.</remarks>
    public required string TransactionNumber { get; init; }

    /// <summary>The Kassenzeichen, 2 to 30 letters and digits, where the application assigns it.</summary>
    /// <value>null: the service assigns one</value>
    public string? Kassenzeichen { get; init; }

    /// <summary>The lines, 1 to 99.</summary>
    /// <remarks>German: Buchungen.</remarks>
    public required IReadOnlyList<EpayblBooking> Bookings { get; init; }

    /// <summary>When it is due; written as the time in Berlin.</summary>
    /// <remarks>German: Fälligkeitsdatum.</remarks>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How reminders are handled, at most 5 characters, from the treasury.</summary>
    /// <remarks>German: Kennzeichen Mahnverfahren.</remarks>
    public required string DunningKey { get; init; }

    /// <summary>The ways to pay that the pay page offers.</summary>
    /// <remarks>German: Zahlverfahrenliste.</remarks>
    public required IReadOnlyList<EpayblPaymentMethod> Methods { get; init; }

    /// <summary>The account of the payer.</summary>
    public required EpayblCustomer Customer { get; init; }

    /// <summary>Where the pay page leads to.</summary>
    public required EpayblAddresses Addresses { get; init; }

    /// <summary>What it is about, at most 100 characters.</summary>
    /// <remarks>German: Beschreibung; in SOAP buchungText, which some operators refuse: leave it out there.</remarks>
    public string? Description { get; init; }

    /// <summary>Further settings of the operator: names of at most 100, values of at most 300 characters.</summary>
    /// <remarks>German: Buchungslistenparameter.</remarks>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The sum of all lines.</summary>
    public Euro Total => Euro.Sum(Bookings.Select(static booking => booking.Gross));

    /// <summary>Checks every length, pattern and sum that is known, without a call.</summary>
    /// <returns>All findings at once; empty when the list may be sent.</returns>
    public IReadOnlyList<PaymentFinding> Check() => BookingListRules.Check(this);

    /// <summary>The number only: records print themselves into logs.</summary>
    public override string ToString() => $"{nameof(EpayblBookingList)} {{ TransactionNumber = {TransactionNumber} }}";
}
