using System.Globalization;
using System.Text.RegularExpressions;

namespace BaseComponents.Sandbox.Payments;

/// <summary>What the service refuses: XBezahldienste 1.0.0, PaymentRequest, rule by rule. The first broken one is answered.</summary>
internal static partial class RequestRules
{
    public static Refusal? Check(WirePaymentRequest request, bool wantsBookingData) =>
        Head(request) ?? Items(request.Items) ?? Requestor(request.Requestor) ?? Sum(request) ?? BookingData(request, wantsBookingData);

    private static Refusal? Head(WirePaymentRequest request) =>
        Text("requestId", request.RequestId, 36, Identifier(), required: true)
        ?? Timestamp(request.RequestTimestamp)
        ?? (request.Currency == "EUR" ? null : Refusal.Invalid("currency: nur EUR"))
        ?? Amount("grosAmount", request.GrosAmount)
        ?? Text("purpose", request.Purpose, 27, Purpose(), required: true)
        ?? Text("description", request.Description, 250, Description())
        ?? Address(request.RedirectUrl);

    private static Refusal? Items(IReadOnlyList<WireItem?>? items)
    {
        if (items is not { Count: >= 1 and <= 99 })
            return Refusal.Invalid("items: 1 bis 99 Positionen");
        return items.Select(Item).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Item(WireItem? item)
    {
        if (item is null)
            return Refusal.Invalid("items: leere Position");
        return Text("items.id", item.Id, 36, Identifier(), required: true)
            ?? Text("items.reference", item.Reference, 36, Identifier())
            ?? Text("items.description", item.Description, 250, Description())
            ?? (item.Quantity is >= 1 and <= 999_999 ? null : Refusal.Invalid("items.quantity: 1 bis 999999"))
            ?? (item.TaxRate is >= 0 and <= 100 ? null : Refusal.Invalid("items.taxRate: 0 bis 100"))
            ?? Amount("items.totalNetAmount", item.TotalNetAmount)
            ?? Amount("items.totalTaxAmount", item.TotalTaxAmount)
            ?? Amount("items.singleNetAmount", item.SingleNetAmount)
            ?? Amount("items.singleTaxAmount", item.SingleTaxAmount)
            ?? (item.BookingData is { } data && data.Values.Any(value => value is null or { Length: > 250 }) ? Refusal.Invalid("items.bookingData: Werte bis 250 Zeichen") : null);
    }

    private static Refusal? Requestor(WireRequestor? requestor) => requestor is null
        ? null
        : Text("requestor.name", requestor.Name, 250)
            ?? Text("requestor.firstName", requestor.FirstName, 250)
            ?? Text("requestor.organizationName", requestor.OrganizationName, 250)
            ?? (requestor.Gender is null or "M" or "F" or "D" ? null : Refusal.Invalid("requestor.gender: M, F oder D"))
            ?? PostalAddress(requestor.Address);

    private static Refusal? PostalAddress(WireAddress? address) => address is null
        ? null
        : Text("requestor.address.street", address.Street, 250)
            ?? Text("requestor.address.houseNumber", address.HouseNumber, 20)
            ?? Text("requestor.address.city", address.City, 250)
            ?? (address.AddressLine ?? []).Select(line => Text("requestor.address.addressLine", line, 250)).FirstOrDefault(refusal => refusal is not null)
            ?? Text("requestor.address.country", address.Country, 2, Country());

    private static Refusal? Sum(WirePaymentRequest request)
    {
        var items = request.Items!.OfType<WireItem>().ToArray();
        if (items.Any(item => item.TotalNetAmount != item.Quantity * item.SingleNetAmount))
            return Refusal.Calculation("totalNetAmount ist nicht quantity mal singleNetAmount");
        if (items.Any(item => Math.Abs(item.TotalTaxAmount!.Value - item.TotalNetAmount!.Value * item.TaxRate!.Value / 100) > 0.01m))
            return Refusal.Calculation("totalTaxAmount passt nicht zu taxRate");
        return request.GrosAmount == items.Sum(item => item.TotalNetAmount + item.TotalTaxAmount)
            ? null
            : Refusal.Calculation("grosAmount ist nicht die Summe der Positionen");
    }

    private static Refusal? BookingData(WirePaymentRequest request, bool wanted) => wanted && request.Items!.Any(item => item!.BookingData is not { Count: > 0 })
        ? new Refusal("BOOKING_DATA_MISSING", "Jede Position braucht bookingData")
        : null;

    private static Refusal? Text(string field, string? text, int maxLength, Regex? pattern = null, bool required = false) => text switch
    {
        null => required ? Refusal.Invalid($"{field}: fehlt") : null,
        { Length: 0 } => Refusal.Invalid($"{field}: leer"),
        _ when text.Length > maxLength => Refusal.Invalid($"{field}: höchstens {maxLength} Zeichen"),
        _ when pattern?.IsMatch(text) is false => Refusal.Invalid($"{field}: unzulässige Zeichen"),
        _ => null,
    };

    private static Refusal? Amount(string field, decimal? amount) => amount is >= 0 and <= 999_999 && amount == Math.Round(amount.Value, 2)
        ? null
        : Refusal.Invalid($"{field}: 0 bis 999999 mit höchstens zwei Nachkommastellen");

    // K alone would let the offset be missing.
    private static Refusal? Timestamp(string? text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && Offset().IsMatch(text!)
            ? null
            : Refusal.Invalid("requestTimestamp: Zeitpunkt nach RFC 3339");

    private static Refusal? Address(string? url) => ReturnAddress.Parse(url) is not null
        ? null
        : Refusal.Invalid($"redirectUrl: absolute Adresse (http, https) bis {ReturnAddress.MaxLength} Zeichen");

    // The patterns are those of ECMAScript, where \w is ASCII.
    [GeneratedRegex(@"^[\w\d\-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[\w\d\s\-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^[\w\d\s\-,\.\u00C0-\u017F]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Description();

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Offset();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();
}

/// <summary>Why the service says no.</summary>
internal sealed record Refusal(string FunctionalCode, string Detail)
{
    public static Refusal Invalid(string detail) => new("VALIDATION_ERROR", detail);

    public static Refusal Calculation(string detail) => new("CALCULATION_ERROR", detail);
}
