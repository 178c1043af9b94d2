namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>What a page says beside its objects.</summary>
/// <param name="IsComplete">Whether there are no more pages.</param>
/// <param name="NextIndex">Where the next page begins.</param>
/// <param name="NextAddress">Where it is to be had: data from outside, not to be followed unlooked at.</param>
/// <remarks>vollstaendig, naechsterIndex, naechsteAnfrageUrl</remarks>
internal sealed record Envelope(bool IsComplete, long? NextIndex, string? NextAddress);
