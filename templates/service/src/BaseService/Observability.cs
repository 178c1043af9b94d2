using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BaseService;

/// <summary>Traces, metrics and logs for a collector, over OTLP. Off, unless the setting or the environment variable OTEL_EXPORTER_OTLP_ENDPOINT names one.</summary>
public static class Observability
{
    private const string Components = "BaseComponents.*";

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder.Services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("BaseService"))
            .WithTracing(traces => traces.AddSource(Components).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddProcessor<AllowedTags>().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Components).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), logging => (logging.IncludeScopes, logging.IncludeFormattedMessage) = (false, false));
    }

    /// <summary>Takes addresses with their paths and queries out of the framework's spans: they hold codes of log-ins and tokens.</summary>
    private sealed class AllowedTags : BaseProcessor<Activity>
    {
        private static readonly string[] Allowed = ["http.request.method", "http.response.status_code", "http.route", "error.type", "url.scheme", "network.protocol.version"];
        private static readonly string[] AllowedOutside = [.. Allowed, "server.address", "server.port"];

        public override void OnEnd(Activity data)
        {
            if (data.Source.Name.StartsWith("BaseComponents.", StringComparison.Ordinal))
                return;
            foreach (var (key, _) in data.TagObjects.ToArray())
                if (!(data.Kind is ActivityKind.Client ? AllowedOutside : Allowed).Contains(key))
                    data.SetTag(key, null);
        }
    }

    /// <summary>Begins a trace of its own for every request: a browser may send any trace id, or words in the baggage.</summary>
    private sealed class OwnTraces : DistributedContextPropagator
    {
        private static readonly DistributedContextPropagator Standard = CreateDefaultPropagator();

        public override IReadOnlyCollection<string> Fields => Standard.Fields;

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => Standard.Inject(activity, carrier, setter);

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
