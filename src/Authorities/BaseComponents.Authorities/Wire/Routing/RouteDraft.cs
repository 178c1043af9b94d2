using BaseComponents.Authorities.Routing;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>A route whose signature nobody has checked yet.</summary>
/// <param name="DestinationId">The identifier as it came.</param>
/// <param name="Signature">The signature as it came.</param>
/// <param name="Facts">All else; its destination is refused.</param>
internal sealed record RouteDraft(string? DestinationId, string? Signature, Route Facts);

/// <summary>A part of an answer.</summary>
/// <param name="Items">What it holds.</param>
/// <param name="TotalCount">How many there are in all parts.</param>
internal sealed record ResultPage<T>(IReadOnlyList<T> Items, int TotalCount);
