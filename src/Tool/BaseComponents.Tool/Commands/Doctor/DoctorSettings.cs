namespace BaseComponents.Tool.Commands.Doctor;

/// <summary>What is looked at.</summary>
internal sealed record DoctorSettings
{
    public required string File { get; init; }

    /// <summary>Roots of the settings, one for each municipality.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>Components; empty for all.</summary>
    public required IReadOnlyList<string> Only { get; init; }

    public required bool IsOffline { get; init; }

    /// <summary>Whether user and password are tried at mail server and mailboxes.</summary>
    public required bool LogsIn { get; init; }

    /// <summary>For one check.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Where the payments are; null where they are not looked at.</summary>
    public string? Database { get; init; }

    public bool Wants(string component) => Only.Count == 0 || Only.Contains(component);
}
