using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>Translates the health of a registration into what monitoring understands, the worst finding first.</summary>
internal sealed class PaymentsHealthCheck(IPaymentOperations operations, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = await operations.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
        var days = health.CertificateEnds is { } ends ? (int)Math.Floor((ends - clock.GetUtcNow()).TotalDays) : (int?)null;
        var findings = Findings(health, days).OrderBy(static finding => finding.Status).ToArray();
        return new HealthCheckResult(
            findings.Length == 0 ? HealthStatus.Healthy : findings[0].Status,
            findings.Length == 0 ? "The payment service is available." : string.Join(' ', findings.Select(static finding => finding.Text)),
            data: Data(health, days));
    }

    private static IEnumerable<(HealthStatus Status, string Text)> Findings(PaymentHealth health, int? days)
    {
        if (health.AccessProblem is { } problem)
            yield return (HealthStatus.Unhealthy, problem);
        else if (health.ServiceStatus is PaymentServiceStatus.Denied)
            yield return (HealthStatus.Unhealthy, "The payment service does not let this application in: compare certificate, OriginatorId and EndPointId with the operator's letter.");
        if (health.ServiceStatus is PaymentServiceStatus.Unavailable)
            yield return (HealthStatus.Degraded, "The payment service is out of order or cannot be reached.");
        if (Certificate(days) is { } finding)
            yield return finding;
        if (health.Unresolved > 0)
            yield return (HealthStatus.Degraded, $"{health.Unresolved} payment(s) wait for a person: basecomponents payments list.");
        if (health.ReconcilerLag > LongestLag)
            yield return (HealthStatus.Degraded, $"The reconciler is {health.ReconcilerLag:c} behind: does it run on one host at least?");
    }

    private static (HealthStatus Status, string Text)? Certificate(int? days) => days switch
    {
        < 0 => (HealthStatus.Unhealthy, "The client certificate has expired."),
        <= 7 => (HealthStatus.Unhealthy, $"The client certificate ends in {days} day(s): replace it now."),
        <= 30 => (HealthStatus.Degraded, $"The client certificate ends in {days} days: the new one should be here by now."),
        <= 60 => (HealthStatus.Degraded, $"The client certificate ends in {days} days: ask the operator for a new one."),
        _ => null,
    };

    private static Dictionary<string, object> Data(PaymentHealth health, int? days)
    {
        var data = new Dictionary<string, object>
        {
            ["serviceStatus"] = health.ServiceStatus.ToString(),
            ["unresolved"] = health.Unresolved,
            ["reconcilerLagSeconds"] = (long)health.ReconcilerLag.TotalSeconds,
        };
        if (days is { } left)
            data["certificateDaysLeft"] = left;
        return data;
    }
}
