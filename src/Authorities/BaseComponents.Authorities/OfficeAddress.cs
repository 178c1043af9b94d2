namespace BaseComponents.Authorities;

/// <summary>Where an office is.</summary>
/// <remarks>Anschrift.</remarks>
public sealed record OfficeAddress
{
    /// <summary>Street without number.</summary>
    public string? Street { get; init; }

    /// <summary>House number with its letter.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>Postal code as delivered.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }
}
