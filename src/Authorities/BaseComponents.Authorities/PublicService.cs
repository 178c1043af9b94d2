using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>A service that the administration renders, such as the registration of a dog for tax.</summary>
/// <param name="Key">Its key in the national catalogue.</param>
/// <param name="Name">German name for citizens.</param>
/// <remarks>Verwaltungsleistung, Leistung.</remarks>
public sealed record PublicService(LeikaKey Key, string Name)
{
    /// <summary>Other words under which people look for it.</summary>
    /// <remarks>Begriffe im Kontext.</remarks>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}
