using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>The lengths and characters of a booking list as integrators know them, checked before anything leaves the process.</summary>
internal static class BookingListRules
{
    private const string Printable = "no control characters, no halves of characters";
    private static readonly Euro MaxAmount = new(9_999_999_999_999.99m);

    public static IReadOnlyList<PaymentFinding> Check(EpayblBookingList list)
    {
        var findings = new Findings();
        findings.Text(nameof(list.TransactionNumber), list.TransactionNumber, 30, WireText.IsIdentifier, WireText.IdentifierSigns, required: true);
        findings.Text(nameof(list.Kassenzeichen), list.Kassenzeichen, 30, static text => text.Length >= 2 && text.All(char.IsAsciiLetterOrDigit), "at least two letters or digits");
        findings.Text(nameof(list.DunningKey), list.DunningKey, 5, WireText.IsIdentifier, WireText.IdentifierSigns, required: true);
        findings.Text(nameof(list.Description), list.Description, 100, IsPrintable, Printable);
        CheckBookings(findings, list.Bookings);
        CheckMethods(findings, list.Methods);
        CheckCustomer(findings, list.Customer);
        CheckAddresses(findings, list.Addresses);
        CheckParameters(findings, list.Parameters);
        return findings.All;
    }

    private static void CheckBookings(Findings findings, IReadOnlyList<EpayblBooking>? bookings)
    {
        const string field = nameof(EpayblBookingList.Bookings);
        if (bookings is not { Count: >= 1 and <= 99 })
        {
            findings.Add(field, bookings is null ? PaymentRule.Required : PaymentRule.Limit, "A booking list has 1 to 99 bookings.");
            return;
        }

        for (var index = 0; index < bookings.Count; index++)
            CheckBooking(findings, $"{field}[{index}]", bookings[index]);
        var total = bookings.Aggregate(Int128.Zero, static (sum, booking) => sum + booking.Net.Cents + booking.Tax.Cents);
        if (total == 0 || total > MaxAmount.Cents)
            findings.Add(nameof(EpayblBookingList.Total), PaymentRule.Limit, "The amount lies between one cent and thirteen digits of euro.");
    }

    private static void CheckBooking(Findings findings, string field, EpayblBooking booking)
    {
        findings.Text($"{field}.{nameof(booking.Text)}", booking.Text, 120, IsBookingText, "A-Z a-z 0-9 ÄÖÜß , . : / + & - * $ % and blanks", required: true);
        findings.Text($"{field}.{nameof(booking.BudgetItem)}", booking.BudgetItem, 10, IsPrintable, Printable, required: true);
        findings.Text($"{field}.{nameof(booking.ObjectNumber)}", booking.ObjectNumber, 10, IsPrintable, Printable);
        findings.Text($"{field}.{nameof(booking.VoucherNumber)}", booking.VoucherNumber, 8, static text => text.Length == 8 && text.All(char.IsAsciiDigit), "eight digits");
        if ((Int128)booking.Net.Cents + booking.Tax.Cents is var gross && (gross == 0 || gross > MaxAmount.Cents))
            findings.Add($"{field}.{nameof(booking.Gross)}", PaymentRule.Limit, "The amount lies between one cent and thirteen digits of euro.");
    }

    private static void CheckMethods(Findings findings, IReadOnlyList<EpayblPaymentMethod>? methods)
    {
        const string field = nameof(EpayblBookingList.Methods);
        if (methods is not { Count: >= 1 and <= 50 })
            findings.Add(field, PaymentRule.Required, "At least one way to pay is named, at most 50.");
        for (var index = 0; index < (methods?.Count ?? 0); index++)
            findings.Text($"{field}[{index}]", methods![index].Value, 50, WireText.IsIdentifier, WireText.IdentifierSigns, required: true);
    }

    private static void CheckCustomer(Findings findings, EpayblCustomer? customer)
    {
        const string field = nameof(EpayblBookingList.Customer);
        if (customer is null)
        {
            findings.Add(field, PaymentRule.Required, "The account of the payer is missing.");
            return;
        }

        findings.Text($"{field}.{nameof(customer.Number)}", customer.Number, 100, WireText.IsIdentifier, WireText.IdentifierSigns, required: true);
        findings.Text($"{field}.{nameof(customer.Name)}", customer.Name, 27, IsPrintable, Printable, required: true);
        findings.Text($"{field}.{nameof(customer.FirstName)}", customer.FirstName, 27, IsPrintable, Printable);
    }

    private static void CheckAddresses(Findings findings, EpayblAddresses? addresses)
    {
        const string field = nameof(EpayblBookingList.Addresses);
        CheckAddress(findings, $"{field}.{nameof(EpayblAddresses.Success)}", addresses?.Success, required: true);
        CheckAddress(findings, $"{field}.{nameof(EpayblAddresses.Cancel)}", addresses?.Cancel);
        CheckAddress(findings, $"{field}.{nameof(EpayblAddresses.Error)}", addresses?.Error);
        CheckAddress(findings, $"{field}.{nameof(EpayblAddresses.Notify)}", addresses?.Notify);
    }

    private static void CheckAddress(Findings findings, string field, Uri? address, bool required = false)
    {
        if (address is null)
        {
            if (required)
                findings.Add(field, PaymentRule.Required, "The address is missing.");
        }
        else if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            findings.Add(field, PaymentRule.Pattern, "The address must be absolute, http or https.");
        else
            findings.Length(field, address.AbsoluteUri, OrderRules.MaxAddress);
    }

    private static void CheckParameters(Findings findings, IReadOnlyDictionary<string, string>? parameters)
    {
        foreach (var (name, value) in parameters ?? new Dictionary<string, string>())
        {
            findings.Text(nameof(EpayblBookingList.Parameters), name, 100, IsPrintable, Printable, required: true);
            findings.Text(nameof(EpayblBookingList.Parameters), value, 300, IsPrintable, Printable, required: true);
        }
    }

    private static bool IsBookingText(string text) => text.All(static c => char.IsAsciiLetterOrDigit(c) || ",.:/+&-*$% ÄÖÜß".Contains(c, StringComparison.Ordinal));

    // Neither U+FFFE nor U+FFFF exists in XML.
    private static bool IsPrintable(string text) => WireText.IsWellFormed(text) && !text.Any(static c => char.IsControl(c) || c >= '\uFFFE');
}
