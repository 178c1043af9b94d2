using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>Keeps what a collector of traces and metrics would get: names, tags, events, states of every activity, and the tags of every measurement.</summary>
internal sealed class TraceBook : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public TraceBook()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _lines.Enqueue(Text(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.Start();
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (tags.Length > 0)
            _lines.Enqueue($"{instrument.Meter.Name} {instrument.Name} {Text(tags.ToArray())}");
    }

    private static string Text(Activity activity) =>
        $"{activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {Text(activity.TagObjects)} {Text(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)))} "
        + string.Join(' ', activity.Events.Select(happened => $"{happened.Name} {Text(happened.Tags)}"));

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
