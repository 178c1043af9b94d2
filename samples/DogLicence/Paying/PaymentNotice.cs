using BaseComponents.Payments;
using DogLicence.Fields;

namespace DogLicence.Paying;

/// <summary>What a citizen reads about a payment that is not paid.</summary>
public static class PaymentNotice
{
    /// <summary>The service cannot be asked. The citizen may have paid a minute ago, so nothing is said about that.</summary>
    public static Notice Unknown { get; } = new("warning", "Der Stand der Zahlung lässt sich gerade nicht abfragen",
        "Ihr Antrag ist gespeichert. Wenn Sie schon bezahlt haben, bezahlen Sie bitte nicht noch einmal: Die Zahlung wird von selbst gefunden. Sonst versuchen Sie es bitte in einigen Minuten wieder.");

    public static Notice? For(PaymentState? state) => state switch
    {
        PaymentState.Failed => new("warning", "Die Zahlung hat nicht geklappt", "Es wurde nichts abgebucht. Ihr Antrag ist gespeichert. Sie können es noch einmal versuchen."),
        PaymentState.Canceled => new("info", "Sie haben die Zahlung abgebrochen", "Ihr Antrag ist gespeichert. Sie können jederzeit weitermachen."),
        PaymentState.Abandoned => new("info", "Die Zahlung konnte nicht vorbereitet werden", "Ihr Antrag ist gespeichert. Sie können es noch einmal versuchen."),
        PaymentState.ReturnDebited => new("warning", "Ihre Bank hat die Zahlung zurückgebucht", "Die Gebühr ist wieder offen. Sie können noch einmal bezahlen."),
        PaymentState.DoublePayment => new("info", "Sie haben doppelt bezahlt", "Die zuständige Stelle erstattet Ihnen die zweite Zahlung. Sie brauchen nichts zu tun."),
        PaymentState.Refunded => new("info", "Die Zahlung wurde erstattet", "Bei Fragen wenden Sie sich bitte mit der Vorgangsnummer an die zuständige Stelle."),
        PaymentState.Expired => new("info", "Die Zeit zum Bezahlen ist abgelaufen", "Ihr Antrag ist gespeichert. Sie können es noch einmal versuchen."),
        PaymentState.Rejected => new("danger", "Der Bezahldienst hat den Auftrag abgelehnt", "Es wurde nichts abgebucht. Bitte wenden Sie sich mit der Vorgangsnummer an die zuständige Stelle."),
        PaymentState.Creating => new("info", "Die Zahlung konnte noch nicht vorbereitet werden", "Bitte versuchen Sie es noch einmal. Sie bezahlen auch dann nur einmal."),
        PaymentState.OutcomeUnknown or PaymentState.PaidLate or PaymentState.Mismatch => new("info", "Die Zahlung wird geprüft",
            "Ihr Antrag ist gespeichert. Bitte bezahlen Sie nicht noch einmal; die zuständige Stelle klärt den Stand."),
        _ => null,
    };
}
