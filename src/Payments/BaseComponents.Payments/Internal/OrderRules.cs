namespace BaseComponents.Payments.Internal;

/// <summary>XBezahldienste 1.0.0, PaymentRequest: all lengths, patterns and sums, checked before anything leaves the process.</summary>
internal static class OrderRules
{
    public const int MaxAddress = 2082;
    private static readonly Euro MaxTotal = new(999_999m);

    public static IReadOnlyList<PaymentFinding> Check(PaymentOrder order)
    {
        var findings = new Findings();
        CheckReference(findings, order.Reference);
        findings.Text(nameof(order.Purpose), order.Purpose, PurposeText.MaxLength, WireText.IsPurpose, "A-Z a-z 0-9 _ - and blanks; PurposeText.From writes umlauts out", required: true);
        findings.Text(nameof(order.Description), order.Description, 250, WireText.IsDescription, WireText.DescriptionSigns);
        CheckReturnUrl(findings, order.ReturnUrl);
        CheckItems(findings, order.Items);
        if (order.Payer is { } payer)
            PayerRules.Check(findings, payer);
        return findings.All;
    }

    private static void CheckReference(Findings findings, string? reference)
    {
        findings.Text(nameof(PaymentOrder.Reference), reference, 100, static text => !text.Any(char.IsControl) && WireText.IsWellFormed(text), "no control characters, no halves of characters", required: true);
        if (reference is not null && ErasedReference.Is(reference))
            findings.Add(nameof(PaymentOrder.Reference), PaymentRule.Pattern, "The reference begins like one that was erased.");
    }

    private static void CheckReturnUrl(Findings findings, Uri? url)
    {
        const string field = nameof(PaymentOrder.ReturnUrl);
        if (url is null)
            findings.Add(field, PaymentRule.Required, "The return address is missing.");
        else if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            findings.Add(field, PaymentRule.Pattern, "The return address must be absolute, http or https.");
        else if (url.AbsoluteUri.Length > MaxAddress)
            findings.Add(field, PaymentRule.Limit, $"The return address has at most {MaxAddress} characters.");
    }

    private static void CheckItems(Findings findings, IReadOnlyList<PaymentItem>? items)
    {
        const string field = nameof(PaymentOrder.Items);
        if (items is not { Count: >= 1 and <= 99 })
        {
            findings.Add(field, items is null ? PaymentRule.Required : PaymentRule.Limit, "An order has 1 to 99 lines.");
            return;
        }

        for (var index = 0; index < items.Count; index++)
            ItemRules.Check(findings, $"{field}[{index}]", items[index]);
        if (items.DistinctBy(static item => item.Id, StringComparer.Ordinal).Count() != items.Count)
            findings.Add(field, PaymentRule.Unique, "Two lines have the same Id.");
        CheckTotal(findings, items);
    }

    private static void CheckTotal(Findings findings, IReadOnlyList<PaymentItem> items)
    {
        var total = items.Sum(static item => (Int128)item.TotalNet.Cents + item.TotalTax.Cents);
        if (total > MaxTotal.Cents)
            findings.Add(nameof(PaymentOrder.Total), PaymentRule.Limit, "An order is worth at most 999999 euro.");
        else if (total == 0)
            findings.Add(nameof(PaymentOrder.Total), PaymentRule.Limit, "An order is worth at least one cent; what costs nothing is not paid.");
    }

    private static Int128 Sum(this IReadOnlyList<PaymentItem> items, Func<PaymentItem, Int128> amount) =>
        items.Aggregate(Int128.Zero, (sum, item) => sum + amount(item));
}
