using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BaseComponents.Authorities.Internal;

/// <summary>Traces and counters, named like the package. They carry the registration's name, so that tenants stay apart.</summary>
internal static class Telemetry
{
    private static readonly Meter Meter = new(AuthoritiesDefaults.MeterName);

    public static readonly ActivitySource Source = new(AuthoritiesDefaults.ActivitySourceName);

    public static readonly Counter<long> Resolutions = Meter.CreateCounter<long>("authorities.resolutions", description: "Answers by outcome.");

    public static readonly Counter<long> LiveFailures = Meter.CreateCounter<long>("authorities.live.failures", description: "Questions to live sources that failed.");

    public static readonly Counter<long> LoadFailures = Meter.CreateCounter<long>("authorities.load.failures", description: "Readings of the sources that failed.");
}
