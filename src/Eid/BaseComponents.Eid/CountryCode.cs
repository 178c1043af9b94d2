using BaseComponents.Eid.Internal;

namespace BaseComponents.Eid;

/// <summary>A country or nationality as the service wrote it: <c>D</c> on identity cards (ICAO), <c>DE</c> or <c>DEU</c> elsewhere (ISO 3166-1).</summary>
/// <remarks>Staat. The text is kept as it came; two texts for one country are different values that are the <see cref="SameAs"/>.</remarks>
/// <param name="Text">The text as it came, blanks included.</param>
public readonly record struct CountryCode(string Text)
{
    /// <summary>Germany as ISO writes it.</summary>
    public static CountryCode Germany { get; } = new("DE");

    /// <summary>The two letters of ISO 3166-1; null for texts that name no country known here.</summary>
    public string? Iso => CountryTable.ToIso(Text);

    /// <summary>Whether the text says that the person has no nationality.</summary>
    /// <remarks>ICAO Doc 9303-3, section 5: XXA</remarks>
    public bool IsStateless => CountryTable.Normalise(Text) is "XXA";

    /// <summary>Whether two texts mean the same country.</summary>
    /// <param name="other">The other text.</param>
    public bool SameAs(CountryCode other) => Equals(other) || (Iso is { } iso && iso == other.Iso);

    /// <summary>The name of the type: a nationality is personal data. Use <see cref="Text"/>.</summary>
    public override string ToString() => nameof(CountryCode);
}
