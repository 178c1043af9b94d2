namespace BaseComponents.Payments.Testing.Internal;

/// <summary>Attempts are kept as they are, once each, apart by tenant.</summary>
internal static class AttemptChecks
{
    public static PaymentStoreCheck[] All { get; } =
    [
        new("attempts come back as they were stored, the first one first", ComeBackAsync),
        new("an attempt can be added once", AddedOnceAsync),
        new("no attempt can be added while another one is unfinished", UnfinishedAsync),
        new("of many that add the same attempt at once one succeeds", OneAddsAsync),
        new("a tenant does not see another one's payments", TenantsAsync),
    ];

    private static async Task ComeBackAsync(StorePair stores)
    {
        var second = await stores.AddAsync(stores.Record("case", attempt: 2)).ConfigureAwait(false);
        var first = await stores.AddAsync(Full(stores.Record("case")) with { State = PaymentState.PaidLate }).ConfigureAwait(false);
        await stores.AddAsync(stores.Record("CASE")).ConfigureAwait(false);
        var listed = await stores.Second.ListAttemptsAsync(stores.Tenant, "case", stores.Cancelled).ConfigureAwait(false);
        stores.Expect(listed.SequenceEqual([first, second]), "another list came back. References differ by letter case, times are exact to the millisecond.");
        var unknown = await stores.First.ListAttemptsAsync(stores.Tenant, "nobody", stores.Cancelled).ConfigureAwait(false);
        stores.Expect(unknown.Count == 0, "a reference nobody stored has attempts.");
    }

    private static PaymentRecord Full(PaymentRecord record) => record with
    {
        State = PaymentState.Open,
        Route = PaymentRoute.Transfer,
        TransactionId = new string('9', 44),
        TransactionReference = "814200000001",
        PayPage = new Uri("https://bezahlen.example/seite?id=1&x=%C3%A4"),
        Method = new PaymentMethod("WERO"),
        OpenedAt = StorePair.Noon.AddMilliseconds(2),
        PaidAt = StorePair.Noon.AddMilliseconds(3),
        NextCheckAt = StorePair.Noon.AddMilliseconds(1),
        Checks = 3,
    };

    private static async Task AddedOnceAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case")).ConfigureAwait(false);
        var again = stored with { Amount = Euro.FromCents(1), RequestId = Guid.NewGuid().ToString("N") };
        stores.Expect(!await stores.Second.TryAddAsync(again, stores.Cancelled).ConfigureAwait(false), "it was added twice.");
        stores.Expect(await stores.OnlyAsync("case").ConfigureAwait(false) == stored, "the second try changed the stored attempt.");
    }

    private static async Task UnfinishedAsync(StorePair stores)
    {
        var first = await stores.AddAsync(stores.Record("case") with { State = PaymentState.Open }).ConfigureAwait(false);
        stores.Expect(!await stores.Second.TryAddAsync(stores.Record("case", attempt: 2), stores.Cancelled).ConfigureAwait(false), "a second one was added.");
        await stores.AddAsync(stores.Record("other case")).ConfigureAwait(false);
        await stores.First.TryUpdateAsync(first with { State = PaymentState.Failed }, null, null, stores.Cancelled).ConfigureAwait(false);
        await stores.AddAsync(stores.Record("case", attempt: 2)).ConfigureAwait(false);
    }

    private static async Task OneAddsAsync(StorePair stores)
    {
        var record = stores.Record("case");
        var added = await stores.RaceAsync(8, store => store.TryAddAsync(record, stores.Cancelled)).ConfigureAwait(false);
        stores.Expect(added.Count(static succeeded => succeeded) == 1, $"{added.Count(static succeeded => succeeded)} of 8 succeeded.");
    }

    private static async Task TenantsAsync(StorePair stores)
    {
        await stores.AddAsync(stores.Record("case") with { NextCheckAt = StorePair.Noon }).ConfigureAwait(false);
        const string other = "check-other-tenant";
        var listed = await stores.Second.ListAttemptsAsync(other, "case", stores.Cancelled).ConfigureAwait(false);
        var claimed = await stores.Second.ClaimDueAsync(other, StorePair.Noon, StorePair.Noon.AddMinutes(1), 10, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(listed.Count == 0 && claimed.Count == 0, "another tenant sees them.");
    }
}
