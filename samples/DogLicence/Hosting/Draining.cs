using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace DogLicence.Hosting;

/// <summary>
/// The end of a node behind a proxy: when it is told to stop it says that it is not ready, goes on serving for <see cref="ClusterOptions.Drain"/>, and ends each connection with its answer, so that the
/// proxy finds another node before this one is gone.
/// </summary>
public sealed class Draining(IHostApplicationLifetime lifetime, IOptions<ClusterOptions> options) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _hasBegun;

    private bool IsUnderWay => _hasBegun || lifetime.ApplicationStopping.IsCancellationRequested;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsUnderWay ? HealthCheckResult.Unhealthy("This node is stopping.") : HealthCheckResult.Healthy());

    /// <summary>Part of every request.</summary>
    public Task CloseAsync(HttpContext context, RequestDelegate next)
    {
        if (IsUnderWay)
            context.Response.Headers.Connection = "close";
        return next(context);
    }

    // Before the server stops to listen.
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        return Task.Delay(options.Value.Drain, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
