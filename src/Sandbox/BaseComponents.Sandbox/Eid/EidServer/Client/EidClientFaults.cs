using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.EidServer.Client;

/// <summary>What the stand-in of the AusweisApp can be told to do.</summary>
internal static class EidClientFaults
{
    public const string OtherBrowser = "eid-client.other-browser";
    public const string ForgedOk = "eid-client.forged-ok";
    public const string Silent = "eid-client.silent";
    public const string CancelAfterReading = "eid-client.cancel-after-reading";
    public const string FetchTwice = "eid-client.fetch-twice";
    public const string Lost = "eid-client.lost";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(OtherBrowser, "AusweisApp: kehrt nicht zurück, sondern zeigt die Adresse der Rückkehr, damit man sie in einem anderen Browser öffnen kann.");
        faults.Register(ForgedOk, "AusweisApp: meldet Erfolg, ohne dass ein Ausweis gelesen wurde.");
        faults.Register(Silent, "AusweisApp: kehrt zurück, ohne zu sagen, wie es ausging.");
        faults.Register(CancelAfterReading, "AusweisApp: meldet einen Abbruch, obwohl der Ausweis gelesen ist.");
        faults.Register(FetchTwice, "AusweisApp: holt das TcToken ein zweites Mal; es gilt das zweite.");
        faults.Register(Lost, "AusweisApp: stürzt ab, wenn die PIN eingegeben ist; der Ausweis ist gelesen, niemand kehrt zurück.");
    }
}
