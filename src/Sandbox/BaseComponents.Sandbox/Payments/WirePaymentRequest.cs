namespace BaseComponents.Sandbox.Payments;

/// <summary>XBezahldienste 1.0.0, PaymentRequest, as the service reads it: everything may be missing, the rules say what must not.</summary>
internal sealed record WirePaymentRequest
{
    public string? RequestId { get; init; }

    public string? RequestTimestamp { get; init; }

    public string? Currency { get; init; }

    public decimal? GrosAmount { get; init; }

    public string? Purpose { get; init; }

    public string? Description { get; init; }

    public string? RedirectUrl { get; init; }

    public IReadOnlyList<WireItem?>? Items { get; init; }

    public WireRequestor? Requestor { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentRequest, items.</summary>
internal sealed record WireItem
{
    public string? Id { get; init; }

    public string? Reference { get; init; }

    public string? Description { get; init; }

    public decimal? TaxRate { get; init; }

    public long? Quantity { get; init; }

    public decimal? TotalNetAmount { get; init; }

    public decimal? TotalTaxAmount { get; init; }

    public decimal? SingleNetAmount { get; init; }

    public decimal? SingleTaxAmount { get; init; }

    public IReadOnlyDictionary<string, string?>? BookingData { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentRequest, requestor.</summary>
internal sealed record WireRequestor
{
    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? Gender { get; init; }

    public bool? IsOrganization { get; init; }

    public string? OrganizationName { get; init; }

    public WireAddress? Address { get; init; }
}

/// <summary>XBezahldienste 1.0.0, PaymentRequest, requestor, address.</summary>
internal sealed record WireAddress
{
    public string? Street { get; init; }

    public string? HouseNumber { get; init; }

    public IReadOnlyList<string?>? AddressLine { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }
}
