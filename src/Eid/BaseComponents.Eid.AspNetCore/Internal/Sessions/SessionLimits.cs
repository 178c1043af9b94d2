namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>How long a session may last by the level of its log-in.</summary>
/// <remarks>BSI TR-03160-1</remarks>
internal static class SessionLimits
{
    /// <summary>From the log-in on, whatever the user does.</summary>
    public static TimeSpan Longest(AssuranceLevel level) => level switch
    {
        AssuranceLevel.High => TimeSpan.FromMinutes(30),
        AssuranceLevel.Substantial => TimeSpan.FromHours(2),
        _ => TimeSpan.FromHours(12),
    };

    /// <summary>From the last request on.</summary>
    public static TimeSpan Idle(AssuranceLevel level) => level switch
    {
        AssuranceLevel.High => TimeSpan.FromMinutes(5),
        AssuranceLevel.Substantial => TimeSpan.FromMinutes(30),
        _ => TimeSpan.FromMinutes(60),
    };
}
