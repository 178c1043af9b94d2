using BaseComponents.Authorities.Keys;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>What somebody types, in which way, and the municipality that is meant.</summary>
internal sealed record MapQuery(string Kind, string Text, RegionKey Wanted);
