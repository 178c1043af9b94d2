namespace BaseComponents.Authorities.Routing;

/// <summary>A post office box.</summary>
/// <param name="Name">As it is written on a letter, such as <c>Postfach 8 15</c>.</param>
/// <param name="PostalCode">Postal code as the service has it.</param>
/// <param name="City">Town.</param>
/// <remarks>Postfach.</remarks>
public sealed record PostOfficeBox(string? Name, string? PostalCode, string? City);
