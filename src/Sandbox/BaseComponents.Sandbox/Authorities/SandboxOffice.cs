namespace BaseComponents.Sandbox.Authorities;

/// <summary>An invented office, with everything a delivery says about it.</summary>
internal sealed record SandboxOffice
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string MailAddress { get; init; }

    public required string PostalCode { get; init; }

    public required string City { get; init; }

    public required IReadOnlyList<string> Areas { get; init; }

    public required IReadOnlyList<string> Services { get; init; }

    public string Role { get; init; } = "01";

    public string? ValidUntil { get; init; }

    public bool AdvisesOnly { get; init; }
}
