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

    /// <summary>Post office box.</summary>
    /// <remarks>Postfach.</remarks>
    public string? PostOfficeBox { get; init; }

    /// <summary>What the address is for; none where the delivery does not say.</summary>
    public AddressKind? Kind { get; init; }

    /// <summary>Whether and how people with disabilities get in; empty where the delivery does not say, or its name is not configured.</summary>
    /// <remarks>Barrierefreiheit.</remarks>
    public IReadOnlyList<LocalText> Accessibility { get; init; } = [];
}
