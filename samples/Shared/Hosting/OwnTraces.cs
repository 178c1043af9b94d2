using System.Diagnostics;

namespace MunicipalService.Hosting;

/// <summary>Begins a trace of its own for every request: a browser may send any trace id, ask for every span to be kept, or put words of its own into the baggage.</summary>
public sealed class OwnTraces : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator Standard = CreateDefaultPropagator();

    public override IReadOnlyCollection<string> Fields => Standard.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => Standard.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
