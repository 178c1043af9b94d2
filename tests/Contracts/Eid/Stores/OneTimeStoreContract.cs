using System.Diagnostics;
using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>What every store of one-time things promises, whatever keeps them.</summary>
public abstract class OneTimeStoreContract
{
    private const int Callers = 64;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DateTimeOffset InAMinute => DateTimeOffset.UtcNow.AddMinutes(1);

    /// <summary>Keys that a careless store takes for one another: other tenants, other purposes, patterns of look-ups, letters that compare alike.</summary>
    public static TheoryData<string, string> Neighbours() => new()
    {
        { "request:dresden", "request:leipzig" },
        { "request:dresden", "assertion:dresden" },
        { "request:dresden", "request:Dresden" },
        { "request:dresden", "request:dresden " },
        { "request:dresden", " request:dresden" },
        { "request:dresden", "request:dresde" },
        { "request:dresden", "request:dresden\0" },
        { "request:dresden", "request:*" },
        { "request:dresden", "request:dresde?" },
        { "request:dresden", "request:[a-z]resden" },
        { "request:dresden", "request:%" },
        { "request:dresden", "request:dresde_" },
        { "request:'dresden", "request:dresden" },
        { "request:dresden' OR '1'='1", "request:dresden" },
        { "request:dresden\r\nDEL *", "request:dresden" },
    };

    [Fact]
    public async Task What_is_put_is_taken_once()
    {
        var store = await StoreAsync();
        (await store.TryAddAsync("request:one", new byte[] { 1, 2, 3 }, InAMinute, Token)).Should().BeTrue();

        (await store.TakeAsync("request:one", Token)).Should().Equal(1, 2, 3);
        (await store.TakeAsync("request:one", Token)).Should().BeNull();
    }

    [Fact]
    public async Task What_is_there_stays_as_it_is()
    {
        var store = await StoreAsync();
        await store.TryAddAsync("request:same", new byte[] { 1 }, InAMinute, Token);

        (await store.TryAddAsync("request:same", new byte[] { 2 }, InAMinute, Token)).Should().BeFalse();
        (await store.TakeAsync("request:same", Token)).Should().Equal(1);
    }

    [Fact]
    public async Task What_nobody_put_is_not_there() => (await (await StoreAsync()).TakeAsync("request:nothing", Token)).Should().BeNull();

    [Fact]
    public async Task What_has_expired_is_not_given_out()
    {
        var store = await StoreAsync();
        await store.TryAddAsync("request:short", new byte[] { 1 }, DateTimeOffset.UtcNow.AddSeconds(2), Token);
        await store.TryAddAsync("request:long", new byte[] { 2 }, InAMinute, Token);
        await Task.Delay(TimeSpan.FromSeconds(3), Token);

        (await store.TakeAsync("request:short", Token)).Should().BeNull();
        (await store.TakeAsync("request:long", Token)).Should().Equal(2);
    }

    [Fact]
    public async Task What_expired_before_it_came_is_not_used_twice()
    {
        var store = await StoreAsync();
        var past = DateTimeOffset.UtcNow.AddSeconds(-5);
        await store.TryAddAsync("assertion:late", ReadOnlyMemory<byte>.Empty, past, Token);

        (await store.TryAddAsync("assertion:late", ReadOnlyMemory<byte>.Empty, past, Token)).Should().BeFalse();
    }

    [Fact]
    public async Task Of_all_who_take_at_the_same_time_one_gets_it()
    {
        var store = await StoreAsync();
        for (var round = 0; round < 20; round++)
        {
            await store.TryAddAsync($"request:race-{round}", new byte[] { 7 }, InAMinute, Token);

            var taken = await AllAtOnceAsync(() => store.TakeAsync($"request:race-{round}", Token));

            taken.Where(value => value is not null).Should().ContainSingle().Which.Should().Equal(7);
        }
    }

    [Fact]
    public async Task Of_all_who_put_at_the_same_time_one_does()
    {
        var store = await StoreAsync();
        for (var round = 0; round < 20; round++)
            (await AllAtOnceAsync(() => store.TryAddAsync($"assertion:race-{round}", ReadOnlyMemory<byte>.Empty, InAMinute, Token))).Count(stored => stored).Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public async Task A_neighbours_key_is_another_one(string own, string neighbours)
    {
        var store = await StoreAsync();
        await store.TryAddAsync(own, new byte[] { 1 }, InAMinute, Token);

        (await TryTakeAsync(store, neighbours)).Should().BeNull();
        (await store.TakeAsync(own, Token)).Should().Equal(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(12_000)]
    public async Task Values_come_back_byte_by_byte(int length)
    {
        var store = await StoreAsync();
        var value = Enumerable.Range(0, length).Select(index => (byte)index).ToArray();
        await store.TryAddAsync($"request:{length}", value, InAMinute, Token);

        (await store.TakeAsync($"request:{length}", Token)).Should().Equal(value);
    }

    [Fact]
    public async Task Keys_may_be_as_long_as_promised()
    {
        var store = await StoreAsync();
        var key = new string('k', 200);
        await store.TryAddAsync(key, new byte[] { 1 }, InAMinute, Token);

        (await store.TakeAsync(key, Token)).Should().Equal(1);
    }

    [Fact]
    public async Task A_full_store_refuses_and_gives_out_what_it_has()
    {
        var store = await FullStoreAsync("request:kept", [5]);

        var put = async () => await store.TryAddAsync("request:too-much", new byte[12_000], InAMinute, Token);

        (await put.Should().ThrowAsync<EidException>()).Which.IsTransient.Should().BeTrue();
        (await store.TakeAsync("request:kept", Token)).Should().Equal(5);
        (await store.TakeAsync("request:too-much", Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_caller_who_is_gone_waits_for_nothing()
    {
        var store = await StoreAsync();

        var take = async () => await store.TakeAsync("request:any", new CancellationToken(canceled: true));

        await take.Should().ThrowAsync<OperationCanceledException>();
    }

    /// <summary>An empty store.</summary>
    private protected abstract Task<IEidOneTimeStore> StoreAsync();

    /// <summary>A store that holds an entry and has no room for another.</summary>
    private protected abstract Task<IEidOneTimeStore> FullStoreAsync(string key, byte[] value);

    private protected static async Task ShouldRefuseAsync(IEidOneTimeStore store, TimeSpan within)
    {
        Func<Task>[] operations = [() => store.TryAddAsync("request:lost", new byte[] { 1 }, InAMinute, Token), () => store.TakeAsync("request:lost", Token)];
        foreach (var operation in operations)
        {
            var since = Stopwatch.StartNew();
            var refusal = (await operation.Should().ThrowAsync<EidException>()).Which;
            (refusal.Code, refusal.IsTransient).Should().Be(("eid.one-time-store-lost", true));
            since.Elapsed.Should().BeLessThan(within);
        }
    }

    private static async Task<T[]> AllAtOnceAsync<T>(Func<Task<T>> operation)
    {
        using var start = new SemaphoreSlim(0);
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            await start.WaitAsync(Token);
            return await operation();
        })).ToArray();
        start.Release(Callers);
        return await Task.WhenAll(callers);
    }

    // PostgreSQL knows no text with a zero in it and refuses such a key, which is as good as not finding it.
    private static async Task<byte[]?> TryTakeAsync(IEidOneTimeStore store, string key)
    {
        try
        {
            return await store.TakeAsync(key, Token);
        }
        catch (EidException refused) when (refused.Code == "eid.one-time-store-lost")
        {
            return null;
        }
    }
}
