using DogLicence.Cases;
using DogLicence.Fields;

namespace DogLicence.Submission;

/// <summary>What the citizen reads about the way to the office: what is stored, what is under way, what has arrived, and nothing more than is known.</summary>
public static class DeliveryNotice
{
    private const string Safe = "Ihr Antrag ist bezahlt und sicher gespeichert.";
    private const string Nothing = "Sie müssen nichts tun.";

    /// <summary>For a case whose mail is not in the outbox yet, or was accepted.</summary>
    public static Notice For(OpenCase open) => open.Row.Stage switch
    {
        CaseStage.Sent or CaseStage.Closed => For(OfficeDelivery.Accepted, open.Content.Office.Name),
        _ when open.Row.SubmissionAttempts > 0 => new("info", "Bezahlt, die Übergabe dauert etwas länger",
            $"{Safe} Wir übergeben ihn, sobald die Stelle verschlüsselt zu erreichen ist. {Nothing}"),
        _ => new("info", "Bezahlt, die Übergabe läuft", $"Ihr Antrag ist bezahlt und wird gerade für die zuständige Stelle verschlüsselt. {Nothing}"),
    };

    /// <summary>For a case whose mail is in the outbox.</summary>
    public static Notice For(OfficeDelivery delivery, string office) => delivery switch
    {
        OfficeDelivery.Accepted => new("success", "Bezahlt und an die zuständige Stelle übergeben", $"Der Mailserver hat Ihren verschlüsselten Antrag für diese Stelle angenommen: {office}."),
        OfficeDelivery.Stuck => new("warning", "Bezahlt, die Zustellung wird geprüft",
            $"{Safe} Ob die Nachricht an die zuständige Stelle angekommen ist, wissen wir noch nicht; wir prüfen es. {Nothing}"),
        OfficeDelivery.Delayed => new("info", "Bezahlt, die Zustellung dauert etwas länger",
            $"{Safe} Der Mailserver hat die Nachricht an die zuständige Stelle noch nicht angenommen oder es nicht bestätigt. Wir versuchen es weiter. {Nothing}"),
        _ => new("info", "Bezahlt, die Zustellung läuft", $"{Safe} Die verschlüsselte Nachricht an die zuständige Stelle wird gerade zugestellt. {Nothing}"),
    };
}
