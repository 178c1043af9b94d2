using BaseComponents.Authorities;

namespace DogLicence.Fields;

/// <summary>Why no office could be named, in words a citizen can act on.</summary>
public static class NoOffice
{
    public static Notice Notice(NotFoundReason reason) => reason switch
    {
        NotFoundReason.UnknownPlace => new("warning", "Diesen Ort kennt das Verzeichnis nicht", "Bitte suchen Sie ihn noch einmal mit seinem Namen oder seiner Postleitzahl."),
        NotFoundReason.UnknownService => new("warning", "Diese Leistung kennt das Verzeichnis nicht", "Bitte wählen Sie auf der Startseite eine Leistung aus der Liste."),
        NotFoundReason.SourceDown => new("danger", "Das Verzeichnis der Behörden ist gerade nicht erreichbar", "Bitte versuchen Sie es in einigen Minuten noch einmal."),
        NotFoundReason.OutOfValidity => new("warning", "Zur Zeit ist keine Stelle eingetragen", "Die bisherige Zuständigkeit ist abgelaufen. Bitte fragen Sie bei Ihrer Stadt- oder Gemeindeverwaltung nach."),
        _ => new("warning", "Für diesen Ort ist keine Stelle eingetragen", "Das heißt nicht, dass niemand zuständig ist. Bitte fragen Sie bei Ihrer Stadt- oder Gemeindeverwaltung nach."),
    };
}
