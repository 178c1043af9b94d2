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
        return Sentence(step.Finding, area, string.Join(", ", step.Offices));
    }

    protected abstract string LevelName(RegionLevel level);

    protected abstract string Sentence(StepFinding finding, string area, string offices);
}
