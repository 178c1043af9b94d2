namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Ends a log-in with an outcome. The reason is a fixed word for the log: nothing that came over the wire stands in it.</summary>
internal sealed class LoginFailure(EidLoginOutcome outcome, string reason) : Exception(reason)
{
    public EidLoginOutcome Outcome { get; } = outcome;

    public string Reason { get; } = reason;
}
