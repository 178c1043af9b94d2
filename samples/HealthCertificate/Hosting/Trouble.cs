using BaseComponents.Authorities;
using BaseComponents.Payments;

namespace HealthCertificate.Hosting;

/// <summary>What a citizen reads when a state service fails; the technical cause goes to the log, with its code.</summary>
public static partial class Trouble
{
    private const string Later = "Ihre Angaben bis hierher sind gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.";

    /// <returns>Null for faults of another kind.</returns>
    public static Notice? Tell(Exception fault, ILogger log)
    {
        var (code, title) = fault switch
        {
            PaymentException payment => (payment.Code, "Der Bezahldienst ist gerade nicht erreichbar"),
            AuthoritiesException authorities => (authorities.Code, "Das Verzeichnis der Behörden ist gerade nicht erreichbar"),
            _ => (null, null),
        };
        if (code is null)
            return null;
        LogFault(log, code, fault);
        return new Notice("danger", title!, Later);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A state service failed: {Code}.")]
    private static partial void LogFault(ILogger log, string code, Exception fault);
}
