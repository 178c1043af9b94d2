using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Counts and traces of log-ins; nothing in them tells one person from another.</summary>
internal static class EidTelemetry
{
    private static readonly Meter Meter = new(EidDefaults.MeterName);
    private static readonly Counter<long> Logins = Meter.CreateCounter<long>("eid.logins", "{login}", "Log-ins that ended, by scheme and outcome.");

    public static ActivitySource Source { get; } = new(EidDefaults.ActivitySourceName);

    public static void Count(string scheme, string outcome) => Logins.Add(1, new("eid.scheme", scheme), new("eid.outcome", outcome));
}
