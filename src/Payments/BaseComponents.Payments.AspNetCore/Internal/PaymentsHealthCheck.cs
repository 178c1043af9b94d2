using System.Globalization;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.AspNetCore.Internal;

/// <summary>Translates the health of a registration into what monitoring understands, the worst finding first.</summary>
internal sealed class PaymentsHealthCheck(string tenant, Func<IPaymentOperations> operations, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var all = new HealthFindings();
        var findings = all.For(tenant);
        try
        {
            var health = await operations().CheckHealthAsync(cancellationToken).ConfigureAwait(false);
            Look(findings, health);
            return all.ToResult(context.Registration.FailureStatus, Data(health));
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                findings.Fail("settings-invalid", "settings", failure, "Mend the setting; the application does not start with it.");
        }
        catch (Exception exception) when (exception is PaymentException || DatabaseFault.Of(exception) is not null)
        {
            var code = (exception as PaymentException)?.Code ?? PaymentErrors.DatabaseUnusable;
            findings.Fail(code, "payment store", $"It cannot be used ({(DatabaseFault.Of(exception) ?? exception).GetType().Name}).", $"Is the database reachable, and has the application made its tables (it does when it starts)? See docs/errors.md#{code}");
        }

        return all.ToResult(context.Registration.FailureStatus);
    }

    private void Look(HealthFindings findings, PaymentHealth health)
    {
        Service(findings, health);
        if (health.ClockDifference is { } difference)
            findings.Clock("payment service", clock.GetUtcNow() + difference, clock.GetUtcNow());
        else if (health.ServiceStatus is PaymentServiceStatus.Available)
            findings.Skip("clock", "payment service", "The service sends no date.");
        if (health.CertificateEnds is { } ends)
            Certificate(findings, ends, (int)Math.Floor((ends - clock.GetUtcNow()).TotalDays));
        if (health.Unresolved > 0)
            findings.Warn("payments-waiting", "payments", $"{health.Unresolved} payment(s) wait for a person{Since(health)}:", "basecomponents payments list.");
        if (health.ReconcilerLag > LongestLag)
            findings.Warn("reconciler-behind", "reconciler", $"The reconciler is {health.ReconcilerLag:c} behind:", "does it run on one host at least?");
    }

    private static string Since(PaymentHealth health) => health.UnresolvedSince is { } since ? string.Create(CultureInfo.InvariantCulture, $", the first since {since.UtcDateTime:yyyy-MM-dd}") : "";

    private static void Service(HealthFindings findings, PaymentHealth health)
    {
        if (health.AccessProblem is { } problem)
            findings.Fail("payments-access", "payment service", problem, "");
        else if (health.ServiceStatus is PaymentServiceStatus.Denied)
            findings.Fail("payments-access", "payment service", "The payment service does not let this application in:", "compare certificate, OriginatorId and EndPointId with the operator's letter.");
        if (health.ServiceStatus is PaymentServiceStatus.Unavailable)
            findings.Warn("payments-unavailable", "payment service", "The payment service is out of order or cannot be reached.", "Look at BaseAddress, Proxy, TrustAnchorsPem and the firewall; the service may be out of order.");
        else if (health.ServiceStatus is PaymentServiceStatus.Available)
            findings.Ok("payments", "payment service", "The payment service is available.");
    }

    private static void Certificate(HealthFindings findings, DateTimeOffset ends, int days)
    {
        const string Setting = "client certificate";
        switch (days)
        {
            case < 0:
                findings.Fail("certificate-expired", Setting, "The client certificate has expired.", "Have the operator enter a new one.");
                break;
            case <= 7:
                findings.Fail("certificate-ends-now", Setting, $"The client certificate ends in {days} day(s):", "replace it now.");
                break;
            case <= 30:
                findings.Warn("certificate-ends-soon", Setting, $"The client certificate ends in {days} days:", "the new one should be here by now.");
                break;
            case <= 60:
                findings.Warn("certificate-ends-soon", Setting, $"The client certificate ends in {days} days:", "ask the operator for a new one.");
                break;
            default:
                findings.CertificateEnd(Setting, ends, ends.AddDays(-days));
                break;
        }
    }

    private Dictionary<string, object> Data(PaymentHealth health)
    {
        var data = new Dictionary<string, object>
        {
            ["serviceStatus"] = health.ServiceStatus.ToString(),
            ["unresolved"] = health.Unresolved,
            ["reconcilerLagSeconds"] = (long)health.ReconcilerLag.TotalSeconds,
        };
        if (health.CertificateEnds is { } ends)
            data["certificateDaysLeft"] = (int)Math.Floor((ends - clock.GetUtcNow()).TotalDays);
        return data;
    }
}
