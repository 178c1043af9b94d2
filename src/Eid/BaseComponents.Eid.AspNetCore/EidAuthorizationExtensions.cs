using BaseComponents.Eid.AspNetCore.Internal;
using Microsoft.AspNetCore.Authorization;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Demands on the log-in of a user.</summary>
public static class EidAuthorizationExtensions
{
    /// <summary>Demands a state log-in of at least this level.</summary>
    /// <param name="policy">The policy to add to.</param>
    /// <param name="level">The lowest level that passes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="AssuranceLevel.Unknown"/> cannot be demanded.</exception>
    public static AuthorizationPolicyBuilder RequireAssurance(this AuthorizationPolicyBuilder policy, AssuranceLevel level)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (level is AssuranceLevel.Unknown)
            throw new ArgumentOutOfRangeException(nameof(level), "Everything would pass. Demand Basic or more.");
        return policy.RequireAuthenticatedUser().AddRequirements(new AssuranceRequirement(level));
    }
}
