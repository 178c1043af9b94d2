using System.Globalization;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Says a step in one sentence.</summary>
internal abstract class StepText
{
    public static StepText For(CultureInfo culture) => culture.TwoLetterISOLanguageName == "de" ? GermanStepText.Instance : EnglishStepText.Instance;

    public string Describe(ExplanationStep step)
    {
        var area = step.Level is { } level ? $"{LevelName(level)} {step.AreaName}" : step.AreaName;
        return Sentence(step.Finding, area, string.Join(", ", step.Offices))
            ?? Source(step.Finding, area, string.Join(", ", step.Offices), step.Since)
            ?? Change(step.Finding, area, string.Join(", ", step.Successors), step.Since)
            ?? step.Finding.ToString();
    }

    protected abstract string LevelName(RegionLevel level);

    /// <summary>The sentence for what was found for an area; none for other findings.</summary>
    protected abstract string? Sentence(StepFinding finding, string area, string offices);

    /// <summary>The sentence for a source that was asked; none for other findings.</summary>
    protected abstract string? Source(StepFinding finding, string source, string offices, DateOnly? day);

    /// <summary>The sentence for a key that holds no longer; none for other findings.</summary>
    protected abstract string? Change(StepFinding finding, string area, string successors, DateOnly? since);
}
