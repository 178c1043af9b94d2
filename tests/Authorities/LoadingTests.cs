using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities;

/// <summary>When data is read, and what holds while it cannot be.</summary>
public sealed class LoadingTests
{
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));

    [Fact]
    public async Task Old_data_stays_when_the_source_breaks_and_is_replaced_when_it_is_mended()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Freiberg));
        (await directory.Authorities.ResolveAsync(Dog, Freiberg)).Data!.IsStale.Should().BeFalse();

        directory.Write("delivery.xml", Delivery.For(SmallMap.Freiberg)[..200]);
        directory.Clock.Advance(TimeSpan.FromHours(1));
        await directory.Authorities.ResolveAsync(Dog, Freiberg);
        var broken = await directory.SettledAsync(status => status.LastFailure is not null);
        broken.LastFailure!.Code.Should().Be("authorities.data-invalid");
        var stale = await directory.Authorities.ResolveAsync(Dog, Freiberg);
        stale.Should().BeOfType<Competence.Found>();
        stale.Data.Should().Be(new DataVersion(directory.Clock.GetUtcNow().AddHours(-1), IsStale: true));

        directory.Write("delivery.xml", Delivery.For("14522"));
        directory.Clock.Advance(TimeSpan.FromSeconds(31));
        await directory.Authorities.ResolveAsync(Dog, Freiberg);
        await directory.SettledAsync(status => status.LastFailure is null);
        var fresh = await directory.Authorities.ResolveAsync(Dog, Freiberg);
        fresh.Should().BeOfType<Competence.Found>().Which.MatchedAt.Level.Should().Be(RegionLevel.District);
        fresh.Data!.IsStale.Should().BeFalse();
    }

    [Fact]
    public async Task Data_is_not_read_again_before_it_is_due()
    {
        var source = new StubSource();
        var clock = new FakeTimeProvider();
        await using var provider = StubSource.Provide(source, clock, new() { ["A:ReloadInterval"] = "02:00:00" });
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        await directory.ListServicesAsync();
        clock.Advance(TimeSpan.FromMinutes(119));
        await directory.ListServicesAsync();
        source.Deliveries.Should().Be(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await directory.ListServicesAsync();
        await WaitAsync(() => source.Deliveries == 2);
    }

    [Fact]
    public async Task A_source_that_fails_is_left_alone_for_a_while()
    {
        var source = new StubSource { Answer = _ => Task.FromResult(StubSource.Text("<broken")) };
        var clock = new FakeTimeProvider();
        await using var provider = StubSource.Provide(source, clock);
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        for (var ask = 0; ask < 20; ask++)
            (await directory.ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        source.Deliveries.Should().Be(1);
        source.Answer = _ => Task.FromResult(StubSource.Text(Delivery.For("14")));
        clock.Advance(TimeSpan.FromSeconds(31));
        (await directory.ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task Many_who_ask_at_once_read_once()
    {
        var gate = new TaskCompletionSource();
        var source = new StubSource();
        source.Answer = async token =>
        {
            await gate.Task.WaitAsync(token);
            return StubSource.Text(Delivery.For("14"));
        };
        await using var provider = StubSource.Provide(source, new FakeTimeProvider());
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        var all = Enumerable.Range(0, 50).Select(_ => Task.Run(() => directory.ResolveAsync(Dog, Freiberg))).ToList();
        await WaitAsync(() => source.Deliveries == 1);
        gate.SetResult();
        (await Task.WhenAll(all)).Should().AllBeOfType<Competence.Found>();
        source.Deliveries.Should().Be(1);
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_reading_for_others()
    {
        var gate = new TaskCompletionSource();
        var source = new StubSource();
        source.Answer = async token =>
        {
            await gate.Task.WaitAsync(token);
            return StubSource.Text(Delivery.For("14"));
        };
        await using var provider = StubSource.Provide(source, new FakeTimeProvider());
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        using var impatient = new CancellationTokenSource();
        var first = directory.ResolveAsync(Dog, Freiberg, impatient.Token);
        var second = directory.ResolveAsync(Dog, Freiberg);
        await impatient.CancelAsync();
        await first.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult();
        (await second).Should().BeOfType<Competence.Found>();
        source.Deliveries.Should().Be(1);
    }

    [Fact]
    public async Task Several_deliveries_are_one_directory()
    {
        await using var directory = TestDirectory.With(Delivery.Of(Delivery.Service()));
        directory.Write("units.xml", Delivery.Of(Delivery.Unit("A")));
        directory.Write("competences.xml", Delivery.Of(Delivery.Detached("A", Delivery.Competence("14"))));
        directory.Settings["A:Deliveries:1"] = directory.PathOf("competences.xml");
        directory.Settings["A:Deliveries:2"] = directory.PathOf("units.xml");
        (await directory.Authorities.ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task Before_the_first_reading_the_status_is_empty()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        var before = await directory.Authorities.GetStatusAsync();
        (before.Data, before.Offices, before.LastFailure).Should().Be((null, 0, null));
        await directory.Authorities.ListServicesAsync();
        var after = await directory.Authorities.GetStatusAsync();
        (after.Services, after.Offices).Should().Be((1, 1));
        after.Data!.LoadedAt.Should().Be(directory.Clock.GetUtcNow());
    }

    private static async Task WaitAsync(Func<bool> until)
    {
        for (var turn = 0; turn < 500 && !until(); turn++)
            await Task.Delay(10);
        until().Should().BeTrue();
    }
}
