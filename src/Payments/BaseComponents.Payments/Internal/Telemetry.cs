using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BaseComponents.Payments.Internal;

/// <summary>Traces and metrics named like the package. Identifiers and states only.</summary>
internal static class Telemetry
{
    private static readonly ActivitySource Source = new(PaymentDefaults.ActivitySourceName);
    private static readonly Meter Meter = new(PaymentDefaults.MeterName);
    private static readonly Counter<long> Transitions = Meter.CreateCounter<long>("basecomponents.payments.transitions", "{transition}", "Payments that reached a state.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("basecomponents.payments.deliveries", "{event}", "Events handed to the application.");

    public static Activity? Start(string operation, string tenant) => Source.StartActivity(operation)?.SetTag("basecomponents.tenant", tenant);

    /// <summary>A worker's span: a trace of its own, with links to those that caused the work.</summary>
    public static Activity? Start(string operation, string tenant, IEnumerable<ActivityLink> causes) =>
        Source.StartActivity(operation, ActivityKind.Consumer, default(ActivityContext), links: causes)?.SetTag("basecomponents.tenant", tenant);

    public static void Moved(string tenant, PaymentState state) =>
        Transitions.Add(1, new("basecomponents.tenant", tenant), new("basecomponents.payments.state", state.ToString()));

    public static void Delivered(string tenant, bool succeeded) =>
        Deliveries.Add(1, new("basecomponents.tenant", tenant), new("basecomponents.payments.succeeded", succeeded));
}
