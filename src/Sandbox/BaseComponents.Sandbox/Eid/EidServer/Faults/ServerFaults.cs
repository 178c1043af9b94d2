using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <summary>What the server can be told to do with any call, with the sessions, and with documents.</summary>
internal static class ServerFaults
{
    public const string Unavailable = "eid-server.unavailable";
    public const string SoapFault = "eid-server.soap-fault";
    public const string Slow = "eid-server.slow";
    public const string FewerRights = "eid-server.server-info.fewer-rights";
    public const string NoResultYet = "eid-server.get-result.no-result-yet";
    public const string NeverAResult = "eid-server.get-result.never-a-result";
    public const string InvalidCounter = "eid-server.get-result.invalid-counter";
    public const string ExpiredSession = "eid-server.get-result.expired-session";
    public const string Replayed = "eid-server.get-result.replayed";
    public const string DeniedDocument = "eid-server.denied-document";
    public const string InvalidDocument = "eid-server.invalid-document";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(Unavailable, "eID-Server: antwortet mit 503.");
        faults.Register(SoapFault, "eID-Server: antwortet mit einem SOAP-Fehler.");
        faults.Register(Slow, "eID-Server: antwortet erst nach der angegebenen Zeit.");
        faults.Register(FewerRights, "eID-Server, getServerInfo: das Berechtigungszertifikat erlaubt weder Anschrift noch Pseudonym.");
        faults.Register(NoResultYet, "eID-Server, getResult: es gibt noch kein Ergebnis, obwohl der Ausweis gelesen ist.");
        faults.Register(NeverAResult, "eID-Server, getResult: diese Sitzung bekommt nie ein Ergebnis.");
        faults.Register(InvalidCounter, "eID-Server, getResult: der Zähler gilt als schon benutzt; die Sitzung ist damit beendet.");
        faults.Register(ExpiredSession, "eID-Server, getResult: die Sitzung ist abgelaufen.");
        faults.Register(Replayed, "eID-Server, getResult: statt des Ergebnisses kommt noch einmal das davor, mit seiner Unterschrift.");
        faults.Register(DeniedDocument, "eID-Server: der nächste Ausweis wird abgewiesen (deniedDocument).");
        faults.Register(InvalidDocument, "eID-Server: der nächste Ausweis ist gesperrt oder nicht echt (invalidDocument).");
    }
}
