using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What the eID-Server's results mean for a log-in.</summary>
internal static class CardOutcome
{
    public static LoginFailure Failure(EidServerResult result) => result switch
    {
        EidServerResult.Pending => new(EidLoginOutcome.Expired, "no-result-in-time"),
        EidServerResult.Expired => new(EidLoginOutcome.Expired, "session-expired"),
        EidServerResult.Cancelled => new(EidLoginOutcome.CancelledByUser, "server-reports-cancellation"),
        EidServerResult.DocumentDenied => new(EidLoginOutcome.DocumentInvalid, "document-denied"),
        EidServerResult.DocumentInvalid => new(EidLoginOutcome.DocumentInvalid, "document-invalid"),
        EidServerResult.AttributesMissing => new(EidLoginOutcome.AttributesMissing, "attributes-missing"),
        EidServerResult.LevelTooLow => new(EidLoginOutcome.LevelTooLow, "level-too-low"),
        _ => new(EidLoginOutcome.Rejected, "unknown-result"),
    };

    public static LoginFailure Failure(StartRefusal refusal) => refusal switch
    {
        StartRefusal.UsedBefore => new(EidLoginOutcome.Expired, "tctoken-used-before"),
        StartRefusal.TooOld => new(EidLoginOutcome.Expired, "login-took-too-long"),
        StartRefusal.NoServerAddress => new(EidLoginOutcome.ServiceUnavailable, "client-server-address-unknown"),
        StartRefusal.ServerBusy => new(EidLoginOutcome.ServiceUnavailable, "eid-server-busy"),
        _ => new(EidLoginOutcome.ServiceUnavailable, "eid-server-fault"),
    };
}
