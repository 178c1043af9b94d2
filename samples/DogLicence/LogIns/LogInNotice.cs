using BaseComponents.Eid;
using DogLicence.Cases;
using DogLicence.Fields;

namespace DogLicence.LogIns;

/// <summary>What a citizen reads after a log-in that did not succeed: what happened, that nothing is lost, what to do next.</summary>
public static class LogInNotice
{
    private const string Kept = "Ihr Antrag ist gespeichert.";

    /// <param name="outcome">How it ended; null when the address does not say.</param>
    /// <param name="way">Where it was tried; null when the address does not say.</param>
    public static Notice For(EidLoginOutcome? outcome, LogInWay? way) => outcome switch
    {
        EidLoginOutcome.CancelledByUser => new("info", "Sie haben die Anmeldung abgebrochen", $"{Kept} Sie können es jederzeit noch einmal versuchen."),
        EidLoginOutcome.LevelTooLow => new("warning", "Diese Anmeldung ist nicht sicher genug", LevelText(way), Kept),
        EidLoginOutcome.Expired => new("info", "Die Anmeldung hat zu lange gedauert",
            $"Aus Sicherheitsgründen wurde sie beendet, oder eine alte Seite wurde noch einmal benutzt. {Kept} Bitte melden Sie sich noch einmal an."),
        EidLoginOutcome.AttributesMissing => new("warning", "In Ihrem Konto fehlen Angaben", MissingText(way), Kept),
        EidLoginOutcome.DocumentInvalid => new("warning", "Der Ausweis kann nicht benutzt werden",
            $"Er ist gesperrt oder abgelaufen. {Kept} Bitte nehmen Sie einen anderen Weg, sich auszuweisen, oder wenden Sie sich an Ihr Bürgeramt."),
        EidLoginOutcome.Replayed => new("warning", "Diese Anmeldung wurde schon einmal benutzt",
            $"Aus Sicherheitsgründen gilt jede nur einmal. {Kept} Bitte melden Sie sich noch einmal an."),
        EidLoginOutcome.ProviderRefused => new("danger", $"{NameOf(way)} hat die Anmeldung abgelehnt",
            $"{Kept} Bitte versuchen Sie es später noch einmal, oder wählen Sie eine andere Anmeldung."),
        EidLoginOutcome.OtherBrowser => new("info", "Die Anmeldung kam in einem anderen Browser zurück",
            $"Aus Sicherheitsgründen gilt sie nur in dem Browser, in dem Sie sie begonnen haben. {Kept} Bitte öffnen Sie dort noch einmal die Anmeldung, oder beginnen Sie den Antrag in diesem Browser neu."),
        EidLoginOutcome.ServiceUnavailable => new("danger", $"{NameOf(way)} ist gerade nicht erreichbar", $"{Kept} Bitte versuchen Sie es in einigen Minuten noch einmal."),
        _ => new("warning", "Die Anmeldung konnte nicht geprüft werden", $"{Kept} Bitte melden Sie sich noch einmal an. Benutzen Sie dabei nicht die Zurück-Taste des Browsers."),
    };

    private static Message LevelText(LogInWay? way)
    {
        Message level = $"Für diese Leistung brauchen Sie eine sicherere Anmeldung. Es genügt das Vertrauensniveau „{GermanLevel.Of(LogInWay.StepUp)}“.";
        if (way == LogInWay.Unternehmenskonto)
            return $"{level} Das erreichen Sie mit dem ELSTER-Organisationszertifikat.";
        return $"{level} Das erreichen Sie zum Beispiel mit dem Online-Ausweis oder einem ELSTER-Zertifikat.";
    }

    private static string MissingText(LogInWay? way) => way == LogInWay.Unternehmenskonto
        ? "Für den Antrag werden der Name des Unternehmens und der Name der Person gebraucht, die für das Unternehmen handelt. Bitte ergänzen Sie sie bei Mein Unternehmenskonto und melden Sie sich dann noch einmal an."
        : "Für den Antrag werden Ihr Name und ein Konto gebraucht. Bitte ergänzen Sie die Angaben dort, oder melden Sie sich mit dem Online-Ausweis an.";

    private static string NameOf(LogInWay? way) => way is null || way == LogInWay.Broker ? "Der Anmeldedienst" : way.Name;
}
