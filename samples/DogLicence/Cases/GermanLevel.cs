using BaseComponents.Eid;

namespace DogLicence.Cases;

/// <summary>The assurance level in the words of the regulation (Vertrauensniveau).</summary>
public static class GermanLevel
{
    public static string Of(AssuranceLevel level) =>
        level >= AssuranceLevel.High ? "hoch"
        : level >= AssuranceLevel.Substantial ? "substanziell"
        : level >= AssuranceLevel.Low ? "niedrig"
        : level >= AssuranceLevel.Basic ? "Basisregistrierung"
        : "unbekannt";
}
