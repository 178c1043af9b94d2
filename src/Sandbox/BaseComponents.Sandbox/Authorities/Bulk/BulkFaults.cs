using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>What the service of bulk data can be made to do wrong.</summary>
internal static class BulkFaults
{
    public const string TokenError = "authorities.bulk.token.error";
    public const string TokenRevoked = "authorities.bulk.token.revoked";
    public const string Unavailable = "authorities.bulk.unavailable";
    public const string Busy = "authorities.bulk.busy";
    public const string UsedUp = "authorities.bulk.used-up";
    public const string Delay = "authorities.bulk.delay";
    public const string Cut = "authorities.bulk.cut";
    public const string WrongJson = "authorities.bulk.wrong-json";
    public const string WrongXml = "authorities.bulk.wrong-xml";
    public const string Huge = "authorities.bulk.huge";
    public const string ForeignAddress = "authorities.bulk.foreign-address";
    public const string Loop = "authorities.bulk.loop";
    public const string RepeatedPage = "authorities.bulk.repeated-page";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(TokenError, "Bereitstelldienst: die Ausgabe von Zugriffstoken antwortet mit 500.");
        faults.Register(TokenRevoked, "Bereitstelldienst: ab der nächsten Anfrage gilt kein ausgegebenes Zugriffstoken mehr (401).");
        faults.Register(Unavailable, "Bereitstelldienst: die Abfrage antwortet mit 503.");
        faults.Register(Busy, "Bereitstelldienst: die Abfrage antwortet mit 429 und bittet, die angegebene Zeit zu warten (Retry-After).");
        faults.Register(UsedUp, "Bereitstelldienst: mit dieser Seite ist das Kontingent für die angegebene Zeit verbraucht (RateLimit-Remaining, RateLimit-Reset).");
        faults.Register(Delay, "Bereitstelldienst: die Seite kommt erst nach der angegebenen Zeit.");
        faults.Register(Cut, "Bereitstelldienst: die Verbindung reißt mitten in der Seite ab.");
        faults.Register(WrongJson, "Bereitstelldienst: die Antwort ist kein JSON.");
        faults.Register(WrongXml, "Bereitstelldienst: das XZuFi in der Antwort endet in der Mitte.");
        faults.Register(Huge, "Bereitstelldienst: die Seite nimmt kein Ende (2 GiB).");
        faults.Register(ForeignAddress, "Bereitstelldienst: die nächste Anfrage-URL führt zu einem fremden Rechner.");
        faults.Register(Loop, "Bereitstelldienst: die nächste Anfrage-URL führt zur selben Seite, der Index wächst nicht.");
        faults.Register(RepeatedPage, "Bereitstelldienst: statt der Seite kommt noch einmal die davor.");
    }
}
