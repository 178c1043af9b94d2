using System.Globalization;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities;

/// <summary>One step on the way to an answer.</summary>
/// <param name="Finding">What came of it.</param>
/// <param name="Area">The area that was asked; none for steps about the place or the service as such.</param>
/// <param name="AreaName">Name of the area, of the place or of the service the step is about.</param>
/// <param name="Level">The tier that was asked; none for steps about the place or the service as such.</param>
public sealed record ExplanationStep(StepFinding Finding, RegionKey? Area, string AreaName, RegionLevel? Level)
{
    /// <summary>The units the step found, by name; empty where it found none.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>The areas that took the place of a former one, by name and key; empty for steps about anything else.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>The first day of the successors, or the day of the data that was asked; none for other steps, or where nobody says it.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The step as one sentence: in German for a German culture, otherwise in English.</summary>
    /// <param name="culture">The reader's culture; <see cref="CultureInfo.CurrentUICulture"/> if none is given.</param>
    public string Describe(CultureInfo? culture = null) => StepText.For(culture ?? CultureInfo.CurrentUICulture).Describe(this);

    /// <summary>The step as one English sentence.</summary>
    public override string ToString() => Describe(CultureInfo.InvariantCulture);
}
