namespace BaseComponents.Payments.Testing.Internal;

/// <summary>A change is a compare-and-swap on the version.</summary>
internal static class ChangeChecks
{
    public static PaymentStoreCheck[] All { get; } =
    [
        new("a change is stored and raises the version by one", RaisesAsync),
        new("who read an old version changes nothing and stores no event", OldVersionAsync),
        new("of many that change the same version at once one succeeds", OneChangesAsync),
        new("of two attempts under one reference one can be paid", OnePaidAsync),
        new("of many that are paid at once under one reference one succeeds", OnePaidOfManyAsync),
        new("what was never added cannot be changed", UnknownAsync),
    ];

    private static async Task RaisesAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case")).ConfigureAwait(false);
        var changed = stored with { State = PaymentState.Open, TransactionId = "T-1", PayPage = new Uri("https://bezahlen.example/1"), UpdatedAt = StorePair.Noon.AddSeconds(1) };
        stores.Expect(await stores.First.TryUpdateAsync(changed, null, null, stores.Cancelled).ConfigureAwait(false), "the change is refused.");
        stores.Expect(await stores.OnlyAsync("case").ConfigureAwait(false) == changed with { Version = stored.Version + 1 }, "another row came back.");
    }

    private static async Task OldVersionAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case")).ConfigureAwait(false);
        await stores.First.TryUpdateAsync(stored with { State = PaymentState.Open }, null, null, stores.Cancelled).ConfigureAwait(false);
        var late = stored with { State = PaymentState.Paid };
        var succeeded = await stores.Second.TryUpdateAsync(late, StorePair.Event(late, PaymentState.Paid), null, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(!succeeded, "the old version was accepted.");
        stores.Expect((await stores.OnlyAsync("case").ConfigureAwait(false)).State is PaymentState.Open, "the refused change is stored.");
        var delivered = await stores.First.DeliverNextAsync(
            stores.Tenant, StorePair.Noon.AddDays(1), StorePair.Noon.AddDays(2), static (_, _, _) => Task.CompletedTask, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(!delivered, "the event of the refused change is stored.");
    }

    private static async Task OneChangesAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case")).ConfigureAwait(false);
        var changed = await stores.RaceAsync(16, store => store.TryUpdateAsync(stored with { State = PaymentState.Open }, null, null, stores.Cancelled)).ConfigureAwait(false);
        stores.Expect(changed.Count(static succeeded => succeeded) == 1, $"{changed.Count(static succeeded => succeeded)} of 16 succeeded.");
        stores.Expect((await stores.OnlyAsync("case").ConfigureAwait(false)).Version == stored.Version + 1, "the version was not raised by exactly one.");
    }

    private static async Task OnePaidAsync(StorePair stores)
    {
        var first = await stores.AddAsync(stores.Record("case") with { State = PaymentState.Expired }).ConfigureAwait(false);
        var second = await stores.AddAsync(stores.Record("case", attempt: 2) with { State = PaymentState.Open }).ConfigureAwait(false);
        var paid = second with { State = PaymentState.Paid };
        stores.Expect(await stores.First.TryUpdateAsync(paid, StorePair.Event(paid, PaymentState.Paid), null, stores.Cancelled).ConfigureAwait(false), "the first is refused.");
        var late = first with { State = PaymentState.PaidLate };
        stores.Expect(!await stores.Second.TryUpdateAsync(late, StorePair.Event(late, PaymentState.PaidLate), null, stores.Cancelled).ConfigureAwait(false), "both are paid.");
        var twice = first with { State = PaymentState.DoublePayment };
        stores.Expect(await stores.Second.TryUpdateAsync(twice, StorePair.Event(twice, PaymentState.DoublePayment), null, stores.Cancelled).ConfigureAwait(false), "a double payment is refused.");
    }

    private static async Task OnePaidOfManyAsync(StorePair stores)
    {
        var attempts = new List<PaymentRecord>();
        for (var attempt = 1; attempt <= 8; attempt++)
            attempts.Add(await stores.AddAsync(stores.Record("case", attempt) with { State = PaymentState.Expired }).ConfigureAwait(false));
        var next = -1;
        var paid = await stores.RaceAsync(8, store =>
        {
            var late = attempts[Interlocked.Increment(ref next)] with { State = PaymentState.PaidLate };
            return store.TryUpdateAsync(late, StorePair.Event(late, PaymentState.PaidLate), null, stores.Cancelled);
        }).ConfigureAwait(false);
        stores.Expect(paid.Count(static succeeded => succeeded) == 1, $"{paid.Count(static succeeded => succeeded)} of 8 succeeded.");
    }

    private static async Task UnknownAsync(StorePair stores)
    {
        var changed = await stores.First.TryUpdateAsync(stores.Record("case"), null, null, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(!changed, "it was.");
    }
}
