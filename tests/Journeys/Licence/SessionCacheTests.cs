using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Journeys.Licence;

/// <summary>Log-ins on the disk: gone when they must be, and never back.</summary>
public sealed class SessionCacheTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"sessions-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;
    private readonly SessionCache _cache;

    public SessionCacheTests()
    {
        _services = new ServiceCollection().AddDbContext<SessionDb>(db => db.UseSqlite($"Data Source={_file};Pooling=False")).BuildServiceProvider();
        _cache = new SessionCache(_services.GetRequiredService<IServiceScopeFactory>(), _clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SessionDb>().Database.EnsureCreatedAsync(Stop);
        await _cache.SetAsync("key", [1, 2], Life(), Stop);
    }

    [Fact]
    public async Task It_goes_when_nobody_asks_for_it()
    {
        _clock.Advance(TimeSpan.FromMinutes(5));

        (await _cache.GetAsync("key", Stop)).Should().BeNull();
    }

    [Fact]
    public async Task It_goes_at_its_end_however_often_it_is_asked_for()
    {
        for (var i = 0; i < 7; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(4));
            (await _cache.GetAsync("key", Stop)).Should().Equal(1, 2);
        }

        _clock.Advance(TimeSpan.FromMinutes(2));
        (await _cache.GetAsync("key", Stop)).Should().BeNull();
    }

    [Fact]
    public async Task What_was_removed_does_not_come_back_by_a_look()
    {
        await _cache.RemoveAsync("key", Stop);
        await _cache.RefreshAsync("key", Stop);

        (await _cache.GetAsync("key", Stop)).Should().BeNull();
    }

    [Fact]
    public async Task A_new_value_takes_the_place_of_the_old_one()
    {
        await _cache.SetAsync("key", [3], Life(), Stop);

        (await _cache.GetAsync("key", Stop)).Should().Equal(3);
    }

    [Fact]
    public async Task A_new_log_in_sweeps_out_those_that_are_over()
    {
        _clock.Advance(TimeSpan.FromMinutes(6));
        await _cache.SetAsync("other", [3], Life(), Stop);

        await using var scope = _services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<SessionDb>().Sessions.CountAsync(Stop)).Should().Be(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        File.Delete(_file);
    }

    private DistributedCacheEntryOptions Life() => new() { AbsoluteExpiration = _clock.GetUtcNow().AddMinutes(30), SlidingExpiration = TimeSpan.FromMinutes(5) };
}
