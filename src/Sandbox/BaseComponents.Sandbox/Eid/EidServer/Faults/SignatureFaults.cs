using BaseComponents.Sandbox.Eid.EidServer.Answers;
using BaseComponents.Sandbox.Eid.EidServer.Signatures;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <summary>Messages that are signed wrongly, not at all, or not now.</summary>
internal static class SignatureFaults
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    public static IEnumerable<AnswerFault<SoapPlan>> All(EidServerKeys keys) =>
    [
        new("unsigned", "die Antwort ist nicht unterschrieben.", plan => plan with { Signature = null }),
        new("foreign-signature", "ein fremder Schlüssel unterschreibt und nennt sein eigenes Zertifikat.", plan => plan with { Signature = new AnswerSignature(keys.Attacker, keys.Attacker) }),
        new("foreign-key", "ein fremder Schlüssel unterschreibt und nennt das echte Zertifikat.", plan => plan with { Signature = new AnswerSignature(keys.Attacker, keys.Server) }),
        new("sha1", "die Unterschrift benutzt SHA-1.", plan => plan with { Signature = plan.Signature is { } signature ? signature with { Method = SignatureMethod.RsaSha1 } : null }),
        new("body-unsigned", "unterschrieben ist nur der Zeitstempel.", plan => plan with { SignsBody = false }),
        new("timestamp-unsigned", "unterschrieben ist nur der Rumpf.", plan => plan with { SignsTimestamp = false }),
        new("timestamp-missing", "die Antwort hat keinen Zeitstempel.", plan => plan with { HasTimestamp = false }),
        new("stale", "der Zeitstempel ist eine Stunde alt.", plan => plan with { Created = plan.Created - Long }),
        new("future", "der Zeitstempel liegt eine Stunde in der Zukunft.", plan => plan with { Created = plan.Created + Long }),
        new("tampered", "ein Wert wurde nach der Unterschrift geändert.", plan => plan with { ChangeSigned = ForgedBody.Tamper }),
        new("wrapped", "der unterschriebene Rumpf steht im Kopf, an seiner Stelle ein gefälschter.", plan => plan with { ChangeSigned = envelope => ForgedBody.Wrap(envelope, "forged") }),
        new("wrapped-same-id", "wie zuvor; der gefälschte Rumpf trägt dieselbe Kennung.", plan => plan with { ChangeSigned = envelope => ForgedBody.Wrap(envelope, id: null) }),
        new("two-bodies", "vor dem unterschriebenen Rumpf steht ein gefälschter.", plan => plan with { ChangeSigned = ForgedBody.PutBefore }),
    ];
}
