using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Live;

/// <summary>Answers that several processes share, through a cache that may fail and that others may write into.</summary>
public sealed class SharedLiveCacheTests
{
    private const int Requests = 4;
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly PvogStub _pvog = new();
    private readonly RecordingCache _shared = new();

    [Fact]
    public async Task A_second_process_uses_what_the_first_one_asked_for()
    {
        await using var first = Provide(shares: true);
        await using var second = Provide(shares: true);
        var answer = await AskAsync(first);
        (await AskAsync(second)).Data.Should().Be(answer.Data);
        _pvog.Asked.Should().HaveCount(Requests);
    }

    [Fact]
    public async Task A_second_process_uses_an_old_answer_while_the_service_fails()
    {
        await using var first = Provide(shares: true);
        await AskAsync(first);
        _clock.Advance(TimeSpan.FromMinutes(30));
        _pvog.Instead = () => PvogStub.Status(503);
        await using var second = Provide(shares: true);
        (await AskAsync(second)).Data!.IsStale.Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_is_shared_unless_the_settings_say_so()
    {
        await using var provider = Provide(shares: false);
        await AskAsync(provider);
        _shared.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_cache_that_fails_costs_requests_and_no_answer()
    {
        _shared.Fails = true;
        await using var provider = Provide(shares: true);
        (await AskAsync(provider)).Should().BeOfType<Competence.Found>();
        (await AskAsync(provider)).Should().BeOfType<Competence.Found>();
        _pvog.Asked.Should().HaveCount(Requests, "the process keeps its own answers");
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody else's")]
    [InlineData("\0\0\0\0\0\0\0\0\u0001{\"id\":[[[[[[")]
    public async Task What_somebody_else_wrote_there_is_asked_for_anew(string written)
    {
        await using var first = Provide(shares: true);
        await AskAsync(first);
        foreach (var key in _shared.Entries.Keys.ToList())
            _shared.Entries[key] = Encoding.UTF8.GetBytes(written);
        await using var second = Provide(shares: true);
        (await AskAsync(second)).Should().BeOfType<Competence.Found>();
        _pvog.Asked.Should().HaveCount(2 * Requests);
    }

    [Fact]
    public async Task An_answer_of_tomorrow_is_not_believed()
    {
        await using var first = Provide(shares: true);
        await AskAsync(first);
        var earlier = new FakeTimeProvider(_clock.GetUtcNow().AddHours(-1));
        await using var second = Provide(shares: true, earlier);
        await AskAsync(second);
        _pvog.Asked.Should().HaveCount(2 * Requests);
    }

    private ServiceProvider Provide(bool shares, FakeTimeProvider? clock = null) => _pvog.Provide(
        clock ?? _clock,
        new() { ["A:Pvog:CacheTime"] = "00:10:00", ["A:Pvog:StaleIfError"] = "01:00:00", ["A:Pvog:ShareCache"] = shares ? "true" : "false" },
        shared: _shared);

    private static Task<Competence> AskAsync(IServiceProvider provider) => provider.GetRequiredService<IAuthorityDirectory>().ResolveAsync(Dog, Freiberg);

    private sealed class RecordingCache : IDistributedCache
    {
        public Dictionary<string, byte[]> Entries { get; } = [];

        public bool Fails { get; set; }

        public byte[]? Get(string key) => throw new NotSupportedException();

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Fails ? throw new IOException("the cache is down") : Task.FromResult(Entries.GetValueOrDefault(key));

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => throw new NotSupportedException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            if (Fails)
                throw new IOException("the cache is down");
            Entries[key] = value;
            return Task.CompletedTask;
        }
    }
}
