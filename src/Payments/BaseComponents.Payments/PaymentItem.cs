using System.Collections.ObjectModel;

namespace BaseComponents.Payments;

/// <summary>One line of an order. Tax is computed once per line, and the order's amount is the sum of its lines.</summary>
/// <remarks>German: Position. XBezahldienste 1.0.0, PaymentRequest, items.</remarks>
public sealed record PaymentItem
{
    private static readonly ReadOnlyDictionary<string, string> NoBookingData = new(new Dictionary<string, string>());

    /// <summary>Identifies the line within its order: 1 to 36 letters, digits, underscores or hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What is paid for, such as the number of a service: at most 36 letters, digits, underscores or hyphens.</summary>
    public string? Reference { get; init; }

    /// <summary>Shown on the pay page: at most 250 letters (accents and umlauts too), digits, blanks, <c>- , . _</c></summary>
    public string? Description { get; init; }

    /// <summary>How many, 1 to 999999.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Tax rate in percent, 0 to 100, such as 19 or 5.5.</summary>
    public decimal TaxRate { get; init; }

    /// <summary>Net price of one.</summary>
    public required Euro SingleNet { get; init; }

    /// <summary>Tax on one. For information only: it is rounded, so a quantity of it may differ from <see cref="TotalTax"/>.</summary>
    public required Euro SingleTax { get; init; }

    /// <summary>Net price of the line.</summary>
    public required Euro TotalNet { get; init; }

    /// <summary>Tax on the line.</summary>
    public required Euro TotalTax { get; init; }

    /// <summary>Where the back end books the line. The keys are the back end's own; a value has at most 250 characters.</summary>
    /// <remarks>German: Buchungsdaten, for example Haushaltsstelle and Objektnummer.</remarks>
    public IReadOnlyDictionary<string, string> BookingData { get; init; } = NoBookingData;

    /// <summary>What the line costs.</summary>
    public Euro Total => TotalNet + TotalTax;

    /// <summary>A line from its net price. The tax is computed on the line's total and rounded once.</summary>
    /// <param name="id">See <see cref="Id"/>.</param>
    /// <param name="net">Net price of one.</param>
    /// <param name="taxRate">See <see cref="TaxRate"/>; most public fees carry none.</param>
    /// <param name="quantity">See <see cref="Quantity"/>.</param>
    public static PaymentItem FromNet(string id, Euro net, decimal taxRate = 0, int quantity = 1) => new()
    {
        Id = id,
        Quantity = quantity,
        TaxRate = taxRate,
        SingleNet = net,
        SingleTax = net.TaxAt(taxRate),
        TotalNet = net * quantity,
        TotalTax = (net * quantity).TaxAt(taxRate),
    };

    /// <summary>A line of one from its price with tax.</summary>
    /// <param name="id">See <see cref="Id"/>.</param>
    /// <param name="gross">Price with tax; the line costs exactly this.</param>
    /// <param name="taxRate">See <see cref="TaxRate"/>.</param>
    public static PaymentItem FromGross(string id, Euro gross, decimal taxRate = 0)
    {
        var tax = Euro.Rounded(gross.Amount * taxRate / (100m + taxRate));
        return new PaymentItem
        {
            Id = id,
            TaxRate = taxRate,
            SingleNet = gross - tax,
            SingleTax = tax,
            TotalNet = gross - tax,
            TotalTax = tax,
        };
    }
}
