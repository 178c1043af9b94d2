namespace BaseComponents.Authorities.Routing;

/// <summary>
/// Technical parameters of a destination, which only version 1 of the interface sends. Nobody has checked them: which of them their signature
/// covers, and how, stands in no public source.
/// </summary>
/// <param name="Json">The parameters as they came: one JSON object.</param>
/// <param name="Signature">The signature as it came, unchecked.</param>
/// <remarks>destinationParameters, destinationParametersSignature.</remarks>
public sealed record DestinationParameters(string Json, string? Signature);
