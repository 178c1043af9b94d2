namespace BaseComponents.Payments.Internal;

/// <summary>XBezahldienste 1.0.0, PaymentRequest, items.</summary>
internal static class ItemRules
{
    private static readonly Euro MaxAmount = new(999_999m);

    public static void Check(Findings findings, string field, PaymentItem item)
    {
        findings.Text($"{field}.{nameof(item.Id)}", item.Id, 36, WireText.IsIdentifier, WireText.IdentifierSigns, required: true);
        findings.Text($"{field}.{nameof(item.Reference)}", item.Reference, 36, WireText.IsIdentifier, WireText.IdentifierSigns);
        findings.Text($"{field}.{nameof(item.Description)}", item.Description, 250, WireText.IsDescription, WireText.DescriptionSigns);
        CheckNumbers(findings, field, item);
        CheckBookingData(findings, field, item.BookingData);
    }

    private static void CheckNumbers(Findings findings, string field, PaymentItem item)
    {
        if (item.Quantity is < 1 or > 999_999)
            findings.Add($"{field}.{nameof(item.Quantity)}", PaymentRule.Limit, "The quantity lies between 1 and 999999.");
        if (item.TaxRate is < 0 or > 100)
            findings.Add($"{field}.{nameof(item.TaxRate)}", PaymentRule.Limit, "The tax rate lies between 0 and 100 percent.");
        if (Amounts(item).Any(static amount => amount > MaxAmount))
            findings.Add(field, PaymentRule.Limit, "No amount of a line is above 999999 euro.");
        else if (item is { Quantity: >= 1 and <= 999_999, TaxRate: >= 0 and <= 100 })
            CheckSums(findings, field, item);
    }

    private static void CheckSums(Findings findings, string field, PaymentItem item)
    {
        if (item.TotalNet != item.SingleNet * item.Quantity)
            findings.Add($"{field}.{nameof(item.TotalNet)}", PaymentRule.Sum, "The net amount of the line is not quantity times the net price of one.");
        if (!IsTax(item.TotalTax, item.TotalNet, item.TaxRate))
            findings.Add($"{field}.{nameof(item.TotalTax)}", PaymentRule.Sum, "The tax of the line is not its net amount times the tax rate; compute it once per line (PaymentItem.FromNet).");
        if (!IsTax(item.SingleTax, item.SingleNet, item.TaxRate))
            findings.Add($"{field}.{nameof(item.SingleTax)}", PaymentRule.Sum, "The tax on one is not its net price times the tax rate.");
    }

    // One cent either way: a line made from its gross price rounds at another place than one made from its net price.
    private static bool IsTax(Euro tax, Euro net, decimal rate) => Math.Abs(tax.Cents - net.TaxAt(rate).Cents) <= 1;

    private static Euro[] Amounts(PaymentItem item) => [item.SingleNet, item.SingleTax, item.TotalNet, item.TotalTax];

    private static void CheckBookingData(Findings findings, string field, IReadOnlyDictionary<string, string>? data)
    {
        foreach (var (key, value) in data ?? new Dictionary<string, string>())
            findings.Text($"{field}.{nameof(PaymentItem.BookingData)}[{key}]", value, 250, WireText.IsWellFormed, "whole characters", required: true);
    }
}
