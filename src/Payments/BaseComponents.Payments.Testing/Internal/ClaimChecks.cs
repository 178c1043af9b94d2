namespace BaseComponents.Payments.Testing.Internal;

/// <summary>Due payments go to one instance at a time.</summary>
internal static class ClaimChecks
{
    private static readonly DateTimeOffset LeaseEnd = StorePair.Noon.AddMinutes(2);

    public static PaymentStoreCheck[] All { get; } =
    [
        new("what is due is claimed, the longest due first, up to the limit; nothing else is", DueAsync),
        new("a claimed payment is free again when its lease ends, not before", LeaseAsync),
        new("a claimed payment can be changed by who claimed it", ChangeableAsync),
        new("of many that claim at once each payment goes to one", OneClaimsAsync),
    ];

    private static async Task DueAsync(StorePair stores)
    {
        await AddDueAsync(stores, "later", StorePair.Noon).ConfigureAwait(false);
        await AddDueAsync(stores, "first", StorePair.Noon.AddMinutes(-2)).ConfigureAwait(false);
        await AddDueAsync(stores, "second", StorePair.Noon.AddMinutes(-1)).ConfigureAwait(false);
        await AddDueAsync(stores, "not yet", StorePair.Noon.AddMilliseconds(1)).ConfigureAwait(false);
        await AddDueAsync(stores, "never", null).ConfigureAwait(false);
        await ExpectClaimedAsync(stores, StorePair.Noon, 2, "first", "second").ConfigureAwait(false);
        await ExpectClaimedAsync(stores, StorePair.Noon, 10, "later").ConfigureAwait(false);
    }

    private static async Task LeaseAsync(StorePair stores)
    {
        await AddDueAsync(stores, "case", StorePair.Noon).ConfigureAwait(false);
        await ExpectClaimedAsync(stores, StorePair.Noon, 10, "case").ConfigureAwait(false);
        await ExpectClaimedAsync(stores, LeaseEnd.AddMilliseconds(-1), 10).ConfigureAwait(false);
        await ExpectClaimedAsync(stores, LeaseEnd, 10, "case").ConfigureAwait(false);
    }

    private static async Task ChangeableAsync(StorePair stores)
    {
        await AddDueAsync(stores, "case", StorePair.Noon).ConfigureAwait(false);
        var claimed = await stores.First.ClaimDueAsync(stores.Tenant, StorePair.Noon, LeaseEnd, 10, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(claimed is [{ } only] && only.NextCheckAt == LeaseEnd, "it does not come back with the end of its lease.");
        var changed = await stores.First.TryUpdateAsync(claimed[0] with { State = PaymentState.Open, Checks = 1 }, null, null, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(changed, "its version is not the stored one.");
    }

    private static async Task OneClaimsAsync(StorePair stores)
    {
        for (var number = 0; number < 10; number++)
            await AddDueAsync(stores, $"case-{number}", StorePair.Noon).ConfigureAwait(false);
        var claims = await stores.RaceAsync(6, store => store.ClaimDueAsync(stores.Tenant, StorePair.Noon, LeaseEnd, 10, stores.Cancelled)).ConfigureAwait(false);
        var claimed = claims.SelectMany(static records => records).Select(static record => record.Reference).ToArray();
        stores.Expect(claimed.Length == 10 && claimed.Distinct().Count() == 10, $"10 payments were claimed {claimed.Length} times.");
    }

    private static Task<PaymentRecord> AddDueAsync(StorePair stores, string reference, DateTimeOffset? due) =>
        stores.AddAsync(stores.Record(reference) with { NextCheckAt = due });

    private static async Task ExpectClaimedAsync(StorePair stores, DateTimeOffset now, int count, params string[] references)
    {
        var claimed = await stores.Second.ClaimDueAsync(stores.Tenant, now, now + (LeaseEnd - StorePair.Noon), count, stores.Cancelled).ConfigureAwait(false);
        var names = string.Join(", ", claimed.Select(static record => record.Reference));
        stores.Expect(names == string.Join(", ", references), $"[{names}] was claimed instead of [{string.Join(", ", references)}].");
    }
}
