using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using BaseComponents.Eid;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>What an operator sees of the calls: how many, how they ended; never who.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Calls_are_counted_and_traced_without_persons()
    {
        var (counted, traced) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "BaseComponents.Eid") listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => counted.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BaseComponents.Eid",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => traced.Add($"{activity.OperationName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(activities);

        var client = new ForgedServer().Says(AnswerContents.Started, AnswerContents.Erika, AnswerContents.Declined("getResult", "common#internalError")).Client();
        await client.StartAsync(Sessions.Names);
        await client.GetResultAsync(Sessions.Open);
        await client.Invoking(again => again.GetResultAsync(Sessions.Open)).Should().ThrowAsync<EidException>();

        counted.Should().Contain(["eid.server.results eid.server.operation=useID eid.outcome=Started", "eid.server.results eid.server.operation=getResult eid.outcome=Verified", "eid.server.results eid.server.operation=getResult eid.outcome=eid.server-result"]);
        traced.Should().Contain(["eid.server.useID ", "eid.server.getResult "]);
        counted.Concat(traced).Should().NotContain(text => text.Contains("ERIKA") || text.Contains(AnswerContents.Session));
    }
}
