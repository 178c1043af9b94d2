using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>What a signature says.</summary>
internal sealed record DestinationClaims
{
    public required string Issuer { get; init; }

    public required string SubmissionHost { get; init; }

    public required Guid DestinationId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public required IReadOnlyList<SignedServices> Services { get; init; }
}

/// <summary>Services that are signed for areas: each of these for each of those.</summary>
/// <param name="Services">Keys as URNs, as they stand there.</param>
/// <param name="Areas">Keys; what is none is left out.</param>
internal sealed record SignedServices(IReadOnlyList<string> Services, IReadOnlyList<RegionKey> Areas);
