namespace BaseComponents.Payments;

/// <summary>Who pays. Sent to the payment service, never stored and never written to a log.</summary>
/// <remarks>German: Bezahler. XBezahldienste 1.0.0, PaymentRequest, requestor. Leave out what the back end does not ask for.</remarks>
public sealed record PaymentPayer
{
    /// <summary>Family name, at most 250 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Given names, at most 250 characters.</summary>
    public string? FirstName { get; init; }

    /// <summary>Gender, where the back end asks for it.</summary>
    public PaymentPayerGender? Gender { get; init; }

    /// <summary>Name of the company or association, at most 250 characters; set for organisations only.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Postal address.</summary>
    public PaymentPayerAddress? Address { get; init; }

    /// <summary>Says nothing about the person: records print themselves into logs.</summary>
    public override string ToString() => nameof(PaymentPayer);
}

/// <summary>Address of who pays.</summary>
/// <remarks>German: Anschrift.</remarks>
public sealed record PaymentPayerAddress
{
    /// <summary>Street, at most 250 characters.</summary>
    public string? Street { get; init; }

    /// <summary>House number, at most 20 characters.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Further lines, each at most 250 characters.</summary>
    public IReadOnlyList<string> AddressLines { get; init; } = [];

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>City, at most 250 characters.</summary>
    public string? City { get; init; }

    /// <summary>Country, two capital letters (ISO 3166-1 alpha-2).</summary>
    public string? Country { get; init; }

    /// <summary>Says nothing about the person: records print themselves into logs.</summary>
    public override string ToString() => nameof(PaymentPayerAddress);
}

/// <summary>Gender as the wire knows it.</summary>
public enum PaymentPayerGender
{
    /// <summary>M, männlich.</summary>
    Male,

    /// <summary>F, weiblich.</summary>
    Female,

    /// <summary>D, divers.</summary>
    Diverse,
}
