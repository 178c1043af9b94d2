namespace BaseComponents.Payments;

/// <summary>One entry of an account statement that names a payment.</summary>
/// <remarks>German: Buchung auf dem Kontoauszug; camt.053 and camt.054, entry or transaction details. Name and account of the payer are not part of it.</remarks>
public sealed record BankEntry
{
    /// <summary>The bank's own key of the entry: at most 70 letters, digits and <c>. _ : / -</c></summary>
    public required string Id { get; init; }

    /// <summary>Kassenzeichen or creditor reference that the entry names.</summary>
    public required string Reference { get; init; }

    /// <summary>How much.</summary>
    public required Euro Amount { get; init; }

    /// <summary>Whether the money left the account, as with a return debit or a refund.</summary>
    public bool IsDebit { get; init; }

    /// <summary>The day it was booked.</summary>
    public required DateOnly BookedOn { get; init; }
}
