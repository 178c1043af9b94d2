using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire;

/// <summary>XBezahldienste 1.0.0, PaymentRequest. The wire writes <c>grosAmount</c> with one s.</summary>
internal sealed record PaymentRequest
{
    public string? RequestId { get; init; }

    public string? RequestTimestamp { get; init; }

    public string? Currency { get; init; }

    public decimal? GrosAmount { get; init; }

    public string? Purpose { get; init; }

    public string? Description { get; init; }

    public string? RedirectUrl { get; init; }

    public IReadOnlyList<RequestItem>? Items { get; init; }

    public Requestor? Requestor { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentRequest, items.</summary>
internal sealed record RequestItem
{
    public string? Id { get; init; }

    public string? Reference { get; init; }

    public string? Description { get; init; }

    public decimal TaxRate { get; init; }

    public int Quantity { get; init; }

    public decimal TotalNetAmount { get; init; }

    public decimal TotalTaxAmount { get; init; }

    public decimal SingleNetAmount { get; init; }

    public decimal SingleTaxAmount { get; init; }

    public IReadOnlyDictionary<string, string>? BookingData { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentRequest, requestor.</summary>
internal sealed record Requestor
{
    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? Gender { get; init; }

    [JsonPropertyName("isOrganization")]
    public bool IsOrganization { get; init; }

    public string? OrganizationName { get; init; }

    public RequestorAddress? Address { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentRequest, requestor, address.</summary>
internal sealed record RequestorAddress
{
    public string? Street { get; init; }

    public string? HouseNumber { get; init; }

    public IReadOnlyList<string>? AddressLine { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }
}
