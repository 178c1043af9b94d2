namespace DogLicence.Fields;

/// <summary>The citizen's way, as the progress bar tells it.</summary>
public static class WayOfSteps
{
    private static readonly string[] Names =
    [
        "Ort und Leistung", "Zuständige Stelle", "Anmelden", "Angaben zum Hund", "Nachweis", "Zusammenfassung", "Bezahlen", "Quittung",
    ];

    public static int Count => Names.Length;

    /// <param name="step">Counted from 1.</param>
    public static string Name(int step) => Names[step - 1];
}
