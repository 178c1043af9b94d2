using System.Diagnostics;
using System.Diagnostics.Metrics;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>Counts and traces of calls; nothing in them tells one person or session from another.</summary>
internal static class EidServerTelemetry
{
    private static readonly Meter Meter = new(EidServerDefaults.MeterName);
    private static readonly Counter<long> Results = Meter.CreateCounter<long>("eid.server.results", "{result}", "Answers of eID servers, by operation and outcome.");
    private static readonly ActivitySource Source = new(EidServerDefaults.ActivitySourceName);

    public static Activity? Start(string operation) => Source.StartActivity("eid.server." + operation, ActivityKind.Client);

    public static void Count(string operation, string outcome) => Results.Add(1, new("eid.server.operation", operation), new("eid.outcome", outcome));
}
