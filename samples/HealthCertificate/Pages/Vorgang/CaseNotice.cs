using BaseComponents.Payments;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Hosting;
using HealthCertificate.Paying;

namespace HealthCertificate.Pages.Vorgang;

/// <summary>What the citizen reads about the state of a case: what is, and what comes next.</summary>
public static class CaseNotice
{
    public static Notice Of(CaseRow row, SeatRow? seat, Payment? payment, bool isKnown) => row.Stage switch
    {
        CaseStage.Cancelled => new("info", "Der Termin ist abgesagt", "Der Platz ist wieder frei, und es wurde nichts abgebucht."),
        CaseStage.Attended => new("success", "Ihre Bescheinigung liegt bereit", "Geben Sie sie Ihrem Arbeitgeber. Sie darf beim ersten Arbeitstag nicht älter als drei Monate sein."),
        CaseStage.Paid when seat is null => new("warning", "Bezahlt, aber ohne Platz", "Ihre Zahlung kam, als Ihr Platz schon vergeben war. Bitte wählen Sie einen anderen Termin; Sie bezahlen nichts noch einmal."),
        CaseStage.Paid => new("success", "Ihr Platz ist gebucht", "Bitte bringen Sie Ihren Ausweis mit. Nach dem Termin liegt die Bescheinigung hier bereit. Wenn Sie nicht kommen können, rufen Sie bitte das Gesundheitsamt an."),
        _ when !isKnown => new("warning", "Der Stand der Zahlung lässt sich gerade nicht abfragen", "Wenn Sie schon bezahlt haben, bezahlen Sie bitte nicht noch einmal: Die Zahlung wird von selbst gefunden."),
        _ when payment is not null && Told(payment.State) is { } told => told,
        _ when seat is null => new("warning", "Ihr Platz ist vergeben", "Die Reservierung ist abgelaufen, und jemand anderes hat den Platz genommen. Bitte wählen Sie einen anderen Termin. Ihre Erklärung bleibt gespeichert."),
        CaseStage.Begun => new("info", "Bitte lesen Sie die Belehrung", Until(seat)),
        _ when payment is not null && FeePayment.IsOver(payment) => new("warning", "Die Zahlung wurde nicht abgeschlossen", "Es wurde nichts abgebucht. Sie können es noch einmal versuchen.", Until(seat)),
        _ => new("info", "Bitte bezahlen Sie die Gebühr", "Erst dann ist Ihr Platz fest gebucht.", Until(seat)),
    };

    private static Notice? Told(PaymentState state) => state switch
    {
        PaymentState.Open => new("info", "Die Zahlung ist begonnen", "Ihr Platz bleibt reserviert, solange die Zahlung läuft, auch über die Reservierungszeit hinaus. Um abzusagen, brechen Sie die Zahlung auf der Bezahlseite ab."),
        PaymentState.Paid => new("info", "Ihre Zahlung ist eingegangen", "Der Platz wird gerade fest gebucht. Bitte aktualisieren Sie den Stand in einigen Sekunden."),
        PaymentState.OutcomeUnknown or PaymentState.PaidLate or PaymentState.Mismatch => new("info", "Die Zahlung wird geprüft", "Bitte bezahlen Sie nicht noch einmal. Das Gesundheitsamt klärt den Stand und bucht Ihren Platz oder gibt Ihnen das Geld zurück."),
        PaymentState.DoublePayment => new("info", "Sie haben doppelt bezahlt", "Die zweite Zahlung wird Ihnen erstattet. Sie brauchen nichts zu tun."),
        PaymentState.Refunded => new("info", "Die Zahlung wurde erstattet", "Bei Fragen wenden Sie sich bitte an das Gesundheitsamt."),
        PaymentState.ReturnDebited => new("warning", "Ihre Bank hat die Zahlung zurückgebucht", "Bitte wenden Sie sich an das Gesundheitsamt."),
        _ => null,
    };

    // A payment under way keeps the seat without an end; when it is over a little moment passes until the seat has one again.
    private static string Until(SeatRow? seat) => seat is { State: SeatState.Held } held
        ? $"Ihr Platz ist bis {German.Clock(held.HeldUntil)} reserviert. Danach kann ihn jemand anderes nehmen."
        : "Ihr Platz ist noch kurze Zeit reserviert.";
}
