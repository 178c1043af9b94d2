using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

public sealed class InMemoryStoreTests : OneTimeStoreContract
{
    private const int Most = 100_000;

    private protected override Task<IEidOneTimeStore> StoreAsync() => Task.FromResult<IEidOneTimeStore>(new InMemoryOneTimeStore());

    [Fact]
    public async Task Whoever_only_begins_log_ins_keeps_nobody_from_finishing_theirs()
    {
        var store = await FullStoreAsync("request:mine", [2]);

        (await store.TakeAsync("request:mine")).Should().Equal(2);
        (await store.TryAddAsync("assertion:mine", ReadOnlyMemory<byte>.Empty, DateTimeOffset.UtcNow.AddMinutes(1))).Should().BeTrue("a mark of what was used has room of its own");
    }

    private protected override async Task<IEidOneTimeStore> FullStoreAsync(string key, byte[] value)
    {
        var (store, soon) = (new InMemoryOneTimeStore(), DateTimeOffset.UtcNow.AddMinutes(1));
        await store.TryAddAsync(key, value, soon);
        for (var entry = 1; entry < Most; entry++)
            await store.TryAddAsync($"request:{entry}", new byte[] { 1 }, soon);
        return store;
    }
}
