using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>What can go wrong with the access of the dialects.</summary>
internal static class DialectFaults
{
    public const string TokenRevoked = "payments.token.revoked";
    public const string TokenEndsEarly = "payments.token.ends-early";
    public const string TokenError = "payments.token.error";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(TokenRevoked, "pmPayment: alle Zugriffstoken sind von der nächsten Anfrage an widerrufen.");
        faults.Register(TokenEndsEarly, "pmPayment: das nächste Zugriffstoken endet schon nach der angegebenen Zeit.");
        faults.Register(TokenError, "pmPayment: der Token-Endpunkt antwortet mit 500.");
    }
}
