using System.Globalization;

namespace BaseComponents.Payments.Wire;

/// <summary>Writes an order as XBezahldienste 1.0.0 wants it.</summary>
internal static class RequestWriter
{
    public static PaymentRequest Write(PaymentDialect dialect, PaymentOrder order, string requestId, DateTimeOffset now) => new()
    {
        RequestId = requestId,
        RequestTimestamp = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        Currency = "EUR",
        GrosAmount = order.Total.Amount,
        Purpose = order.Purpose,
        Description = order.Description,
        RedirectUrl = order.ReturnUrl.AbsoluteUri,
        Items = [.. order.Items.Select(Write)],
        // One service refuses what others only ignore.
        Requestor = order.Payer is { } payer && dialect is not PaymentDialect.Epay21 ? Write(payer) : null,
    };

    private static RequestItem Write(PaymentItem item) => new()
    {
        Id = item.Id,
        Reference = item.Reference,
        Description = item.Description,
        TaxRate = item.TaxRate,
        Quantity = item.Quantity,
        TotalNetAmount = item.TotalNet.Amount,
        TotalTaxAmount = item.TotalTax.Amount,
        SingleNetAmount = item.SingleNet.Amount,
        SingleTaxAmount = item.SingleTax.Amount,
        BookingData = item.BookingData is { Count: > 0 } data ? data : null,
    };

    private static Requestor Write(PaymentPayer payer) => new()
    {
        Name = payer.Name,
        FirstName = payer.FirstName,
        Gender = payer.Gender switch
        {
            PaymentPayerGender.Male => "M",
            PaymentPayerGender.Female => "F",
            PaymentPayerGender.Diverse => "D",
            _ => null,
        },
        IsOrganization = payer.OrganizationName is not null,
        OrganizationName = payer.OrganizationName,
        Address = payer.Address is { } address ? Write(address) : null,
    };

    private static RequestorAddress Write(PaymentPayerAddress address) => new()
    {
        Street = address.Street,
        HouseNumber = address.HouseNumber,
        AddressLine = address.AddressLines is { Count: > 0 } lines ? lines : null,
        PostalCode = address.PostalCode,
        City = address.City,
        Country = address.Country,
    };
}
