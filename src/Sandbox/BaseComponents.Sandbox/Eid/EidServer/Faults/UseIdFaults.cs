using BaseComponents.Sandbox.Eid.EidServer.Answers;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <summary>What useID can be told to answer.</summary>
internal static class UseIdFaults
{
    public static IEnumerable<AnswerFault<UseIdPlan>> All =>
    [
        new("too-many-sessions", "es sind zu viele Sitzungen offen.", _ => UseIdPlan.Refused(ResultCodes.TooManyOpenSessions)),
        new("missing-rights", "dem Berechtigungszertifikat fehlen Rechte.", _ => UseIdPlan.Refused(ResultCodes.MissingTerminalRights)),
        new("internal-error", "der Dienst meldet einen inneren Fehler.", _ => UseIdPlan.Refused(ResultCodes.InternalError)),
        new("unknown-code", "der Dienst meldet einen Fehler, den es nicht gibt.", _ => UseIdPlan.Refused("http://www.bsi.bund.de/eid/server/9.9/resultminor/useID#neverHeardOf")),
        new("plain-address", "die Adresse des Servers für den Client ist nicht verschlüsselt (http).", plan => plan with { ECardServerAddress = "http://eid.example/paos" }),
        new("short-secrets", "Sitzung und Schlüssel sind zu kurz.", plan => plan with { SessionId = "00ff", Psk = new("kurz", "00ff") }),
        new("sloppy", "kein Fehler: geschrieben wie in den amtlichen Beispielen, die dem Schema nicht folgen.", plan => plan with { IsSloppy = true }),
    ];
}
