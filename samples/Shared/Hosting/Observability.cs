using System.Diagnostics;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MunicipalService.Hosting;

/// <summary>Traces, metrics and logs for a collector, over OTLP. Off, unless the setting or the environment variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one.</summary>
public static class Observability
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Of all the components, and of those that come.</summary>
    private const string Components = "BaseComponents.*";

    public static void AddObservability(this WebApplicationBuilder builder, string service)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(traces => traces.AddSource(Components)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddHttpClientInstrumentation()
                .AddProcessor<AllowedTags>()
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Components).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
            // No scopes: the framework's name the path of each request.
            .WithLogging(logs => logs.AddOtlpExporter(), logging => (logging.IncludeScopes, logging.IncludeFormattedMessage) = (false, false));
    }
}
