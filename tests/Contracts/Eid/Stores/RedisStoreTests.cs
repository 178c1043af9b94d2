using BaseComponents.Eid;
using BaseComponents.Eid.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

public sealed class RedisStoreTests(RedisPeer peer) : OneTimeStoreContract, IClassFixture<RedisPeer>, IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _opened = [];

    [Fact]
    public Task A_server_that_is_not_there_refuses() => ShouldRefuseAsync(Store($"127.0.0.1:{PeerProcess.FreePort()}"), TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_server_that_hangs_refuses_and_serves_again_afterwards()
    {
        await using var own = new RedisPeer();
        await own.StartAsync();
        Assert.SkipWhen(own.Missing is not null, own.Missing ?? "");
        var store = Store(own.Configuration);
        await store.TryAddAsync("request:before", new byte[] { 1 }, DateTimeOffset.UtcNow.AddMinutes(1), TestContext.Current.CancellationToken);

        await own.Process.FreezeAsync();
        await ShouldRefuseAsync(store, TimeSpan.FromSeconds(5));
        await own.Process.ThawAsync();

        (await TakenAfterwardsAsync(store, "request:before")).Should().Equal(1);
    }

    [Fact]
    public async Task A_server_that_dies_refuses()
    {
        await using var own = new RedisPeer();
        await own.StartAsync();
        Assert.SkipWhen(own.Missing is not null, own.Missing ?? "");
        var store = Store(own.Configuration);
        await store.TryAddAsync("request:before", new byte[] { 1 }, DateTimeOffset.UtcNow.AddMinutes(1), TestContext.Current.CancellationToken);

        await own.DisposeAsync();

        await ShouldRefuseAsync(store, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_server_that_wants_a_password_refuses_and_the_refusal_does_not_tell_ours()
    {
        await using var own = new RedisPeer();
        await own.StartAsync(password: "another");
        Assert.SkipWhen(own.Missing is not null, own.Missing ?? "");
        var take = async () => await Store($"{own.Configuration},password=geheim").TakeAsync("request:any", TestContext.Current.CancellationToken);

        (await take.Should().ThrowAsync<EidException>()).Which.ToString().Should().NotContain("geheim");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("127.0.0.1:6379,nosuchsetting=geheim")]
    [InlineData("ssl=true")]
    public void Settings_that_cannot_be_read_stop_the_start(string? configuration)
    {
        using var provider = Services(configuration).BuildServiceProvider();
        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().Which.Message.Should().NotContain("geheim");
    }

    [Fact]
    public void It_takes_the_place_of_the_store_in_memory()
    {
        var services = new ServiceCollection().AddSingleton<IEidOneTimeStore, InMemoryOneTimeStore>();
        services.AddEidRedisStore(new ConfigurationBuilder().Build().GetSection("none"));

        services.Where(service => service.ServiceType == typeof(IEidOneTimeStore)).Should().ContainSingle().Which.ImplementationType!.Name.Should().Be("RedisOneTimeStore");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _opened)
            await provider.DisposeAsync();
    }

    private protected override Task<IEidOneTimeStore> StoreAsync()
    {
        Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? "");
        return Task.FromResult(Store(peer.Configuration, $"{Guid.NewGuid():N}:"));
    }

    private protected override async Task<IEidOneTimeStore> FullStoreAsync(string key, byte[] value)
    {
        var small = new RedisPeer();
        await small.StartAsync("3mb");
        Assert.SkipWhen(small.Missing is not null, small.Missing ?? "");
        _opened.Add(small);
        var store = Store(small.Configuration);
        await store.TryAddAsync(key, value, DateTimeOffset.UtcNow.AddMinutes(1));
        for (var entry = 0; entry < 1000; entry++)
        {
            try
            {
                await store.TryAddAsync($"request:{entry}", new byte[12_000], DateTimeOffset.UtcNow.AddMinutes(1));
            }
            catch (EidException)
            {
                return store;
            }
        }

        throw new InvalidOperationException("Redis never became full.");
    }

    private static async Task<byte[]?> TakenAfterwardsAsync(IEidOneTimeStore store, string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await store.TakeAsync(key, TestContext.Current.CancellationToken);
            }
            catch (EidException) when (attempt < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private IEidOneTimeStore Store(string configuration, string prefix = "eid:")
    {
        var provider = Services(configuration, prefix).BuildServiceProvider();
        _opened.Add(provider);
        return provider.GetRequiredService<IEidOneTimeStore>();
    }

    private static IServiceCollection Services(string? configuration, string prefix = "eid:") => new ServiceCollection().AddEidRedisStore(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Redis:Configuration"] = configuration,
        ["Redis:KeyPrefix"] = prefix,
        ["Redis:Timeout"] = "00:00:02",
    }).Build().GetSection("Redis"));
}
