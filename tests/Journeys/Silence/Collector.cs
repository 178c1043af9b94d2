using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>Gets what the application would export over OTLP, after everything that its own set-up takes out.</summary>
internal sealed class Collector
{
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly List<LogRecord> _logs = [];

    public IReadOnlyList<Activity> Spans
    {
        get
        {
            lock (_spans)
                return [.. _spans];
        }
    }

    public IReadOnlyList<MetricSnapshot> Metrics => [.. _metrics.GroupBy(metric => (metric.MeterName, metric.Name)).Select(same => same.Last())];

    public void AddTo(IServiceCollection services) => services
        .ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(new Locked<Activity>(_spans)))
        .ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddInMemoryExporter(_metrics))
        .ConfigureOpenTelemetryLoggerProvider(logs => logs.AddInMemoryExporter(new Locked<LogRecord>(_logs)));

    public static void Flush(IServiceProvider services)
    {
        services.GetRequiredService<TracerProvider>().ForceFlush(1000);
        services.GetRequiredService<MeterProvider>().ForceFlush(1000);
    }

    public IReadOnlyList<string> Lines() =>
    [
        .. Spans.Select(span => $"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {Text(span.TagObjects)} {string.Join(' ', span.Events.Select(one => $"{one.Name} {Text(one.Tags)}"))} {string.Join(' ', span.Links.Select(link => Text(link.Tags ?? [])))}"),
        .. Metrics.SelectMany(Points).Select(point => $"{point.Name} {Text(point.Tags)}"),
        .. Logs(),
    ];

    public static IEnumerable<(string Name, IReadOnlyList<KeyValuePair<string, object?>> Tags)> Points(MetricSnapshot metric)
    {
        foreach (var point in metric.MetricPoints)
        {
            var tags = new List<KeyValuePair<string, object?>>();
            foreach (var tag in point.Tags)
                tags.Add(tag);
            yield return (metric.Name, tags);
        }
    }

    public IReadOnlyList<string> Logs()
    {
        lock (_logs)
            return [.. _logs.Select(log => $"{log.CategoryName} {log.EventId.Name} {log.Body} {log.FormattedMessage} {Text(log.Attributes ?? [])} {log.Exception}")];
    }

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>Spans end on many threads at once.</summary>
    private sealed class Locked<T>(List<T> into) : ICollection<T>
    {
        public int Count => into.Count;

        public bool IsReadOnly => false;

        public void Add(T item)
        {
            lock (into)
                into.Add(item);
        }

        public void Clear() => into.Clear();

        public bool Contains(T item) => into.Contains(item);

        public void CopyTo(T[] array, int arrayIndex) => into.CopyTo(array, arrayIndex);

        public IEnumerator<T> GetEnumerator() => into.GetEnumerator();

        public bool Remove(T item) => into.Remove(item);

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => into.GetEnumerator();
    }
}
