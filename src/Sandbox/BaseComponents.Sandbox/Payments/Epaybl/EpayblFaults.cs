using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>What ePayBL's own interfaces can be made to do wrong, beside what they share with XBezahldienste.</summary>
internal static class EpayblFaults
{
    public const string InternalFault = "payments.epaybl.internal-fault";
    public const string SoapFault = "payments.epaybl.soap-fault";
    public const string Junk = "payments.epaybl.junk";
    public const string NotifyTwice = "payments.epaybl.notify.duplicate";
    public const string NotifyLate = "payments.epaybl.notify.late";
    public const string NotifyPermuted = "payments.epaybl.notify.permuted";
    public const string NotifyForged = "payments.epaybl.notify.forged";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(InternalFault, "ePayBL: die Forderung wird nicht angelegt, die Antwort ist -9999.");
        faults.Register(SoapFault, "ePayBL, SOAP: die Forderung wird angelegt, die Antwort ist ein SOAP-Fehler.");
        faults.Register(Junk, "ePayBL, SOAP: vor und hinter dem XML der Antwort steht Text.");
        faults.Register(NotifyTwice, "ePayBL: jede Benachrichtigung kommt doppelt.");
        faults.Register(NotifyLate, "ePayBL: die Benachrichtigungen kommen erst nach der angegebenen Zeit.");
        faults.Register(NotifyPermuted, "ePayBL: die Benachrichtigungen kommen in umgekehrter Reihenfolge.");
        faults.Register(NotifyForged, "ePayBL: die Benachrichtigungen tragen eine falsche Prüfsumme.");
    }
}
