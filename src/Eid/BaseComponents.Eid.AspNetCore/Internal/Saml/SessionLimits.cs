namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>How long a session may last by the level of its log-in.</summary>
/// <remarks>BSI TR-03160-1</remarks>
internal static class SessionLimits
{
    public static TimeSpan Longest(AssuranceLevel level) => level switch
    {
        AssuranceLevel.High => TimeSpan.FromMinutes(30),
        AssuranceLevel.Substantial => TimeSpan.FromHours(2),
        _ => TimeSpan.FromHours(12),
    };
}
