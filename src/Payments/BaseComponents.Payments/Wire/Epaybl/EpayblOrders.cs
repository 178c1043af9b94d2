using System.Globalization;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Writes an order as a booking list. Where a line is booked stands in its booking data, or in the settings for all lines.</summary>
internal static class EpayblOrders
{
    private const int TransactionLength = 30;
    private const int NameLength = 27;
    private const int DescriptionLength = 100;

    /// <summary>As much of the request id as the wire takes: 120 bits of a hash.</summary>
    public static string TransactionNumber(string requestId) => requestId.Length > TransactionLength ? requestId[..TransactionLength] : requestId;

    public static EpayblBookingList ToBookingList(PaymentOrder order, string requestId, EpayblOptions settings, DateTimeOffset now) => new()
    {
        TransactionNumber = TransactionNumber(requestId),
        Kassenzeichen = order.Items.Select(static item => item.BookingData.GetValueOrDefault("kassenzeichen")).FirstOrDefault(static own => own is not null),
        Bookings = [.. order.Items.Select(item => ToBooking(item, order, settings))],
        DueAt = now,
        DunningKey = settings.DunningKey ?? "",
        Methods = [.. settings.Methods.Select(static method => new EpayblPaymentMethod(method))],
        Customer = ToCustomer(order.Payer, requestId),
        Addresses = new EpayblAddresses { Success = order.ReturnUrl, Notify = settings.NotifyAddress },
        // Some operators of the SOAP interface refuse it there.
        Description = settings.Protocol is EpayblProtocol.Rest && order.Description is { } description ? Cut(description, DescriptionLength) : null,
    };

    private static EpayblBooking ToBooking(PaymentItem item, PaymentOrder order, EpayblOptions settings) => new()
    {
        Text = BookingText(item.Description ?? "") ?? BookingText(order.Purpose) ?? "Zahlung",
        Net = item.TotalNet,
        Tax = item.TotalTax,
        BudgetItem = item.BookingData.GetValueOrDefault("haushaltsstelle") ?? settings.BudgetItem ?? "",
        ObjectNumber = item.BookingData.GetValueOrDefault("objektnummer") ?? settings.ObjectNumber,
        VoucherNumber = item.BookingData.GetValueOrDefault("belegNr"),
    };

    // Without a payer the account has no name of a person: the service asks for some name, not for theirs.
    private static EpayblCustomer ToCustomer(PaymentPayer? payer, string requestId) => new()
    {
        Number = $"BC-{TransactionNumber(requestId)}",
        Name = Cut(payer?.OrganizationName ?? payer?.Name ?? "Onlinedienst", NameLength),
        FirstName = payer?.FirstName is { Length: > 0 } first ? Cut(first, NameLength) : null,
        IsOrganization = payer?.OrganizationName is not null,
    };

    private static string? BookingText(string text) => PurposeText.From(text).Replace('_', ' ').Trim() is { Length: > 0 } usable ? usable : null;

    // Whole characters as a reader sees them, so that no accent is torn off.
    private static string Cut(string text, int maxLength)
    {
        var length = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text).Skip(1).Append(text.Length).TakeWhile(end => end <= maxLength))
            length = start;
        return text[..length];
    }
}
