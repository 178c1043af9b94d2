namespace BaseComponents.Authorities.Routing;

/// <summary>An address of the office behind a destination.</summary>
/// <remarks>Hausanschrift, Postanschrift.</remarks>
public sealed record RouteAddress
{
    /// <summary>Street without number.</summary>
    public string? Street { get; init; }

    /// <summary>House number with its letter.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>What leads further, such as a floor.</summary>
    /// <remarks>Anschriftenzusatz.</remarks>
    public string? Additional { get; init; }

    /// <summary>Postal code as the service has it.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }
}
