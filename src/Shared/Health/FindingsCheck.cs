using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Shared.Health;

/// <summary>A health check that is made of findings.</summary>
/// <param name="collect">Looks, and adds what it finds.</param>
internal sealed class FindingsCheck(Func<HealthFindings, CancellationToken, Task> collect) : IHealthCheck
{
    /// <summary>What a check needs no network for.</summary>
    public const string Local = "local";

    /// <summary>What a check asks other machines for.</summary>
    public const string Network = "network";

    /// <summary>What only the running application knows.</summary>
    public const string Application = "application";

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new HealthFindings();
        await collect(findings, cancellationToken).ConfigureAwait(false);
        return findings.ToResult(context.Registration.FailureStatus);
    }

    public static HealthCheckRegistration Registration(string name, string component, string kind, Func<IServiceProvider, Func<HealthFindings, CancellationToken, Task>> create) =>
        new(name, services => new FindingsCheck(create(services)), failureStatus: null, tags: [component, kind], timeout: LongestRun);
}
