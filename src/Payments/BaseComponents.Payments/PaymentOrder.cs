using BaseComponents.Payments.Internal;

namespace BaseComponents.Payments;

/// <summary>What is to be paid. The same <see cref="Reference"/> is the same payment, however often and wherever it is started.</summary>
/// <remarks>German: Zahlungsauftrag. XBezahldienste 1.0.0, PaymentRequest.</remarks>
public sealed record PaymentOrder
{
    /// <summary>The application's own key for what is paid, such as the case number: 1 to 100 characters, no control characters.</summary>
    /// <remarks>It does not leave the application; the wire carries a key derived from it.</remarks>
    public required string Reference { get; init; }

    /// <summary>The lines, 1 to 99.</summary>
    public required IReadOnlyList<PaymentItem> Items { get; init; }

    /// <summary>
    /// Text on the bank statement: 1 to 27 of <c>A-Z a-z 0-9 _ -</c> and blanks, no umlauts. <see cref="PurposeText.From"/> makes one out of
    /// any text.
    /// </summary>
    /// <remarks>German: Verwendungszweck.</remarks>
    public required string Purpose { get; init; }

    /// <summary>Shown on the pay page: at most 250 letters (accents and umlauts too), digits, blanks, <c>- , . _</c></summary>
    public string? Description { get; init; }

    /// <summary>Where the browser comes back to, absolute, http or https, at most 2082 characters.</summary>
    /// <remarks>German: Rücksprungadresse. The return proves nothing: the state comes from the service alone.</remarks>
    public required Uri ReturnUrl { get; init; }

    /// <summary>Who pays, where the back end asks for it.</summary>
    public PaymentPayer? Payer { get; init; }

    /// <summary>The sum of all lines, at most 999999 euro.</summary>
    public Euro Total => Euro.Sum(Items.Select(static item => item.Total));

    /// <summary>Checks every length, pattern and sum of XBezahldienste 1.0.0 without a call.</summary>
    /// <returns>All findings at once; empty when the order may be started.</returns>
    public IReadOnlyList<PaymentFinding> Check() => OrderRules.Check(this);

    /// <summary>Reference and amount only: records print themselves into logs.</summary>
    public override string ToString() => $"{nameof(PaymentOrder)} {{ Reference = {Reference}, Items = {Items.Count} }}";
}
