using System.Diagnostics.Metrics;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Counters of destinations.</summary>
internal static class RoutingTelemetry
{
    private static readonly Meter _meter = new(AuthoritiesDefaults.MeterName);

    public static readonly Counter<long> Destinations = _meter.CreateCounter<long>("authorities.destinations", description: "Destinations by what their signature was worth.");
}
