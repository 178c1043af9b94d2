namespace BaseComponents.Authorities;

/// <summary>One way to reach a unit, as delivered.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Number or address: cleaned, but not checked.</param>
/// <remarks>Kommunikation: Kanal, Kennung.</remarks>
public sealed record OfficeChannel(ChannelKind Kind, string Value);
