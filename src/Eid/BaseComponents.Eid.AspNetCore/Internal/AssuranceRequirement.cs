using Microsoft.AspNetCore.Authorization;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>A lowest level; it decides for itself, so that no handler need be registered.</summary>
internal sealed class AssuranceRequirement(AssuranceLevel level) : AuthorizationHandler<AssuranceRequirement>, IAuthorizationRequirement
{
    private AssuranceLevel Level { get; } = level;

    /// <summary>Stands in the log when it is not met.</summary>
    public override string ToString() => $"assurance level of at least {Level}";

    // Where several policies meet, each of their requirements is shown all of them: what counts is the level of the one asked about.
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AssuranceRequirement requirement)
    {
        if (context.User.TryGetEidIdentity(out var identity) && identity.Level >= requirement.Level)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
