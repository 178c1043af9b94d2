using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments;

/// <summary>What the payment service can be made to do wrong.</summary>
internal static class PaymentFaults
{
    public const string DelayAnswer = "payments.create.delay-answer";
    public const string DropAfterCommit = "payments.create.drop-after-commit";
    public const string DropBeforeCommit = "payments.create.drop-before-commit";
    public const string Unavailable = "payments.unavailable";
    public const string GetError = "payments.get.error";
    public const string HideRequestId = "payments.get.hide-request-id";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(DelayAnswer, "Zahlungsverkehr: die Zahlung wird angelegt, die Antwort kommt erst nach der angegebenen Zeit.");
        faults.Register(DropAfterCommit, "Zahlungsverkehr: die Zahlung wird angelegt, die Verbindung reißt vor der Antwort ab.");
        faults.Register(DropBeforeCommit, "Zahlungsverkehr: die Verbindung reißt ab, bevor die Zahlung angelegt ist.");
        faults.Register(Unavailable, "Zahlungsverkehr: der Dienst antwortet mit 503.");
        faults.Register(GetError, "Zahlungsverkehr: die Statusabfrage antwortet mit 500.");
        faults.Register(HideRequestId, "Zahlungsverkehr: die Statusabfrage kennt nur die transactionId des Dienstes, nicht die requestId.");
    }
}
