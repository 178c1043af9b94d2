using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What is known of one eID-Server in the words of monitoring.</summary>
internal sealed class EidServerHealthCheck(EidServerStates states, string scheme) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = states.Get(scheme);
        return Task.FromResult(state.Status switch
        {
            EidServerStatus.Usable => HealthCheckResult.Healthy("The eID-Server answers."),
            EidServerStatus.RightsMissing => HealthCheckResult.Unhealthy($"The authorisation certificate does not allow: {string.Join(", ", state.MissingRights)}."),
            EidServerStatus.Unreachable => HealthCheckResult.Degraded($"The eID-Server does not answer as it should ({state.FaultCode})."),
            _ => HealthCheckResult.Healthy("The eID-Server was not asked yet."),
        });
    }
}
