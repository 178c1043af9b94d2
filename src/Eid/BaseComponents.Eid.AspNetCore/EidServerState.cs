namespace BaseComponents.Eid.AspNetCore;

/// <summary>What the last question to an eID-Server brought.</summary>
public sealed record EidServerState
{
    /// <summary>Name of the log-in.</summary>
    public required string Scheme { get; init; }

    /// <summary>What is known.</summary>
    public EidServerStatus Status { get; init; }

    /// <summary>Attributes that are asked for and that the authorisation certificate does not allow.</summary>
    public IReadOnlyList<string> MissingRights { get; init; } = [];

    /// <summary>Code of the fault, where it is not reachable.</summary>
    public string? FaultCode { get; init; }

    /// <summary>When it was asked; null: not yet.</summary>
    public DateTimeOffset? CheckedAt { get; init; }
}
