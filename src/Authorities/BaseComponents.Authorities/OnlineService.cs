namespace BaseComponents.Authorities;

/// <summary>A service on the web for one or more public services.</summary>
/// <param name="Id">Identifies it in the editorial system that delivered it.</param>
/// <param name="Name">German name.</param>
/// <remarks>Onlinedienst.</remarks>
public sealed record OnlineService(OfficeId Id, string Name)
{
    /// <summary>Where it is.</summary>
    public IReadOnlyList<ServiceLink> Links { get; init; } = [];

    /// <summary>How surely it must know a person; none where the delivery does not say.</summary>
    /// <remarks>Vertrauensniveau.</remarks>
    public RequiredAssurance? RequiredAssurance { get; init; }

    /// <summary>The languages it speaks; empty where the delivery does not say.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
