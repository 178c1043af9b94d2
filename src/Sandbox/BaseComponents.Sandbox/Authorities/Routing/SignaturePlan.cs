namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>What a signature over a destination will say, and how it is made. Faults change it.</summary>
internal sealed record SignaturePlan
{
    public required string Algorithm { get; init; }

    public required RoutingKey Key { get; init; }

    /// <summary>The key that is named, which need not be the one that signs.</summary>
    public required string KeyId { get; init; }

    public required string Issuer { get; init; }

    public required string SubmissionHost { get; init; }

    public required Guid Destination { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required IReadOnlyList<SignedEntry> Entries { get; init; }

    /// <summary>Asks for an extension that nobody knows.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Last change of the payload before it is signed.</summary>
    public Func<string, string> Rewrite { get; init; } = static json => json;

    /// <summary>Last change of what was signed.</summary>
    public Func<string, string> Damage { get; init; } = static token => token;
}

/// <param name="Areas">Region keys.</param>
/// <param name="Services">Keys of services.</param>
internal sealed record SignedEntry(IReadOnlyList<string> Areas, IReadOnlyList<string> Services);
