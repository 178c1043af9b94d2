using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

public sealed class InMemoryStoreTests : OneTimeStoreContract
{
    private const int Most = 100_000;

    private protected override Task<IEidOneTimeStore> StoreAsync() => Task.FromResult<IEidOneTimeStore>(new InMemoryOneTimeStore());

    private protected override async Task<IEidOneTimeStore> FullStoreAsync(string key, byte[] value)
    {
        var (store, soon) = (new InMemoryOneTimeStore(), DateTimeOffset.UtcNow.AddMinutes(1));
        await store.TryAddAsync(key, value, soon);
        for (var entry = 1; entry < Most; entry++)
            await store.TryAddAsync($"request:{entry}", ReadOnlyMemory<byte>.Empty, soon);
        return store;
    }
}
