using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BaseComponents.Payments.Internal;

/// <summary>Traces and metrics named like the package. Identifiers and states only.</summary>
internal static class Telemetry
{
    private const string Name = "BaseComponents.Payments";
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Transitions = Meter.CreateCounter<long>("basecomponents.payments.transitions", "{transition}", "Payments that reached a state.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("basecomponents.payments.deliveries", "{event}", "Events handed to the application.");

    public static Activity? Start(string operation, string tenant) => Source.StartActivity(operation)?.SetTag("basecomponents.tenant", tenant);

    public static void Moved(string tenant, PaymentState state) =>
        Transitions.Add(1, new("basecomponents.tenant", tenant), new("basecomponents.payments.state", state.ToString()));

    public static void Delivered(string tenant, bool succeeded) =>
        Deliveries.Add(1, new("basecomponents.tenant", tenant), new("basecomponents.payments.succeeded", succeeded));
}
