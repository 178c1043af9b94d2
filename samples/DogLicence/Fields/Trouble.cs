using BaseComponents.Authorities;
using BaseComponents.Eid;
using BaseComponents.Payments;

namespace DogLicence.Fields;

/// <summary>What a citizen reads when a state service fails: what happened, that nothing is lost, what to do. Nothing of the technical cause.</summary>
public static partial class Trouble
{
    /// <summary>True for faults that have a text of their own.</summary>
    public static bool IsKnown(Exception fault) => fault is PaymentException or AuthoritiesException or EidException;

    /// <summary>Writes the fault to the log (English, with its code) and returns the text for the page (German).</summary>
    public static Notice Tell(Exception fault, ILogger log)
    {
        Report(fault, log);
        return Text(fault);
    }

    /// <summary>Writes the fault to the log and leaves the text to the page.</summary>
    public static void Report(Exception fault, ILogger log)
    {
        var (code, reference) = fault switch
        {
            PaymentException payment => (payment.Code, payment.CorrelationId),
            AuthoritiesException authorities => (authorities.Code, authorities.CorrelationId),
            EidException eid => (eid.Code, eid.CorrelationId),
            _ => (fault.GetType().Name, null),
        };
        LogFault(log, code, reference, fault);
    }

    private static Notice Text(Exception fault) => fault switch
    {
        PaymentException { IsTransient: true } => new("danger", "Der Bezahldienst ist gerade nicht erreichbar",
            "Ihre Angaben sind gespeichert, und es wurde nichts abgebucht. Bitte versuchen Sie es in einigen Minuten noch einmal."),
        PaymentException => new("danger", "Die Zahlung kann nicht begonnen werden",
            "Der Bezahldienst hat den Auftrag nicht angenommen. Ihre Angaben sind gespeichert, und es wurde nichts abgebucht. Bitte wenden Sie sich mit der Vorgangsnummer an die zuständige Stelle."),
        AuthoritiesException => new("danger", "Das Verzeichnis der Behörden ist gerade nicht erreichbar",
            "Bitte versuchen Sie es in einigen Minuten noch einmal."),
        EidException => new("danger", "Die Anmeldung ist gerade nicht möglich",
            "Ihre Angaben sind gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal."),
        _ => new("danger", "Es ist ein Fehler aufgetreten", "Ihre Angaben bis zum letzten Schritt sind gespeichert. Bitte versuchen Sie es noch einmal."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A state service failed: {Code}, its reference {Reference}.")]
    private static partial void LogFault(ILogger log, string code, string? reference, Exception fault);
}
