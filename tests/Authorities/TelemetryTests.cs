using System.Diagnostics.Metrics;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Authorities;

/// <summary>What an operator sees.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_reading_says_what_it_brought_and_what_it_skipped()
    {
        await using var directory = TestDirectory.With(Delivery.Of(Delivery.Service(), Delivery.Write("<xzufi:organisationseinheit><xzufi:id>a&#10;b</xzufi:id></xzufi:organisationseinheit>")));
        await directory.Authorities.ListServicesAsync();
        directory.Logged.Select(line => (line.Id.Id, line.Level)).Should().Equal((3001, LogLevel.Information), (3004, LogLevel.Warning), (3101, LogLevel.Information));
        directory.Logged[0].Message.Should().Contain("13 municipalities, 1 services, 0 offices");
        directory.Logged[1].Message.Should().Contain("a b").And.NotContain("\n");
    }

    [Fact]
    public async Task A_failure_is_an_error_without_data_and_a_warning_with()
    {
        await using var directory = TestDirectory.With("<broken");
        await directory.Authorities.ResolveAsync(LeikaKey.Parse(Delivery.Dog), Place.Of(RegionKey.Parse("14")));
        directory.Logged[^1].Should().Match<Microsoft.Extensions.Logging.Testing.FakeLogRecord>(line => line.Id.Id == 3003 && line.Level == LogLevel.Error && line.Exception is AuthoritiesException);

        directory.Write("delivery.xml", Delivery.For("14"));
        directory.Clock.Advance(TimeSpan.FromSeconds(31));
        await directory.Authorities.ListServicesAsync();
        directory.Write("delivery.xml", "<broken");
        directory.Clock.Advance(TimeSpan.FromHours(1));
        await directory.Authorities.ListServicesAsync();
        await directory.SettledAsync(status => status.LastFailure is not null);
        directory.Logged[^1].Should().Match<Microsoft.Extensions.Logging.Testing.FakeLogRecord>(line => line.Id.Id == 3002 && line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task What_people_search_for_is_never_logged()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        await directory.Authorities.FindPlacesAsync("Erika Mustermann");
        await directory.Authorities.FindServicesAsync("Erika Mustermann");
        directory.Logged.Should().NotContain(line => line.Message.Contains("Muster"));
    }

    [Fact]
    public async Task Answers_are_counted_by_outcome()
    {
        var outcomes = new List<string?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "authorities.resolutions")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (outcomes)
                outcomes.Add(tags.ToArray().Single(tag => tag.Key == "authorities.outcome").Value as string);
        });
        listener.Start();
        await using var directory = TestDirectory.With(Delivery.For("14"));
        await directory.Authorities.ResolveAsync(LeikaKey.Parse(Delivery.Dog), Place.Of(RegionKey.Parse("14")));
        outcomes.Should().Contain("Found");
    }
}
