namespace BaseComponents.Payments.Testing.Internal;

/// <summary>What the treasury needs: lists, an audit that commits with the change, erasure.</summary>
internal static class OperationChecks
{
    public static PaymentStoreCheck[] All { get; } =
    [
        new("a list holds what passes its filter, by the time of the intent", ListAsync),
        new("the audit commits with the change, and its lines come back as they were", AuditAsync),
        new("of many that write the same line of the audit one succeeds, and the others change nothing", OneWritesAsync),
        new("an erased attempt has lost reference, pay page and events, and nothing else", EraseAsync),
        new("an attempt whose event still waits is not erased, unless it is said so", WaitingAsync),
        new("an old version is neither erased nor deleted", OldVersionAsync),
        new("a deleted attempt is gone, the audit stays", DeleteAsync),
    ];

    private static async Task ListAsync(StorePair stores)
    {
        var second = await stores.AddAsync(stores.Record("b") with { CreatedAt = StorePair.Noon.AddDays(1), State = PaymentState.Open, TransactionReference = "KZ1" }).ConfigureAwait(false);
        var first = await stores.AddAsync(stores.Record("a") with { State = PaymentState.Paid }).ConfigureAwait(false);
        var third = await stores.AddAsync(stores.Record("c") with { CreatedAt = StorePair.Noon.AddDays(2), UpdatedAt = StorePair.Noon.AddDays(2) }).ConfigureAwait(false);
        await ExpectListedAsync(stores, PaymentFilter.All, first, second, third).ConfigureAwait(false);
        await ExpectListedAsync(stores, new PaymentFilter { States = [PaymentState.Paid, PaymentState.Creating] }, first, third).ConfigureAwait(false);
        await ExpectListedAsync(stores, new PaymentFilter { CreatedFrom = StorePair.Noon.AddDays(1), CreatedBefore = StorePair.Noon.AddDays(2) }, second).ConfigureAwait(false);
        await ExpectListedAsync(stores, new PaymentFilter { UpdatedBefore = StorePair.Noon.AddDays(2) }, first, second).ConfigureAwait(false);
        await ExpectListedAsync(stores, new PaymentFilter { TransactionReference = "KZ1" }, second).ConfigureAwait(false);
    }

    private static async Task ExpectListedAsync(StorePair stores, PaymentFilter filter, params PaymentRecord[] expected)
    {
        var listed = await stores.Second.ListAsync(stores.Tenant, filter, stores.Cancelled).ToArrayAsync(stores.Cancelled).ConfigureAwait(false);
        stores.Expect(listed.SequenceEqual(expected), $"{filter} lists {listed.Length} attempts instead of {expected.Length}, or others.");
    }

    private static async Task AuditAsync(StorePair stores)
    {
        stores.Expect(await stores.First.LastAuditAsync(stores.Tenant, stores.Cancelled).ConfigureAwait(false) is null, "a new tenant has an audit.");
        var record = await stores.AddAsync(stores.Record("case")).ConfigureAwait(false);
        var (first, second) = (stores.Line(record, 1), stores.Line(record, 2) with { ConfirmedBy = "clerk-2" });
        stores.Expect(await stores.First.TryUpdateAsync(record with { State = PaymentState.Refunded }, null, first, stores.Cancelled).ConfigureAwait(false), "a change with a line is refused.");
        var late = record with { State = PaymentState.Paid };
        stores.Expect(!await stores.First.TryUpdateAsync(late, null, second, stores.Cancelled).ConfigureAwait(false), "an old version was accepted.");
        await ExpectAuditAsync(stores, from: 1, first).ConfigureAwait(false);
        stores.Expect(await stores.First.TryUpdateAsync(late with { Version = record.Version + 1 }, null, second, stores.Cancelled).ConfigureAwait(false), "the next line is refused.");
        await ExpectAuditAsync(stores, from: 1, first, second).ConfigureAwait(false);
        await ExpectAuditAsync(stores, from: 2, second).ConfigureAwait(false);
        stores.Expect(await stores.Second.LastAuditAsync(stores.Tenant, stores.Cancelled).ConfigureAwait(false) == second, "another line is the last one.");
    }

    private static async Task ExpectAuditAsync(StorePair stores, long from, params PaymentAuditEntry[] expected)
    {
        var lines = await stores.Second.ListAuditAsync(stores.Tenant, from, stores.Cancelled).ToArrayAsync(stores.Cancelled).ConfigureAwait(false);
        stores.Expect(lines.SequenceEqual(expected), $"the audit has {lines.Length} lines instead of {expected.Length}, or others.");
    }

    private static async Task OneWritesAsync(StorePair stores)
    {
        var records = new List<PaymentRecord>();
        for (var number = 0; number < 8; number++)
            records.Add(await stores.AddAsync(stores.Record($"case-{number}")).ConfigureAwait(false));
        var next = -1;
        var written = await stores.RaceAsync(8, store =>
        {
            var record = records[Interlocked.Increment(ref next)];
            return store.TryUpdateAsync(record with { State = PaymentState.Refunded }, null, stores.Line(record, 1), stores.Cancelled);
        }).ConfigureAwait(false);
        var changed = await stores.First.ListAsync(stores.Tenant, new PaymentFilter { States = [PaymentState.Refunded] }, stores.Cancelled).CountAsync(stores.Cancelled).ConfigureAwait(false);
        stores.Expect(written.Count(static succeeded => succeeded) == 1 && changed == 1, $"{written.Count(static succeeded => succeeded)} succeeded, {changed} attempts changed.");
    }

    private static async Task EraseAsync(StorePair stores)
    {
        var stored = await PaidAsync(stores).ConfigureAwait(false);
        await DeliverAsync(stores).ConfigureAwait(false);
        stores.Expect(await stores.First.TryEraseAsync(stored, "erased", dropWaitingEvents: false, stores.Line(stored, 1), stores.Cancelled).ConfigureAwait(false), "it is refused.");
        var listed = await stores.Second.ListAttemptsAsync(stores.Tenant, "case", stores.Cancelled).ConfigureAwait(false);
        stores.Expect(listed.Count == 0, "it is still found by its reference.");
        stores.Expect(
            await stores.OnlyAsync("erased").ConfigureAwait(false) == stored with { Reference = "erased", PayPage = null, Version = stored.Version + 1 }, "something else was lost or left.");
        await ExpectAuditAsync(stores, from: 1, stores.Line(stored, 1)).ConfigureAwait(false);
    }

    private static async Task WaitingAsync(StorePair stores)
    {
        var stored = await PaidAsync(stores).ConfigureAwait(false);
        stores.Expect(!await stores.First.TryEraseAsync(stored, "erased", dropWaitingEvents: false, stores.Line(stored, 1), stores.Cancelled).ConfigureAwait(false), "it is.");
        await ExpectAuditAsync(stores, from: 1).ConfigureAwait(false);
        stores.Expect(await stores.First.TryEraseAsync(stored, "erased", dropWaitingEvents: true, stores.Line(stored, 1), stores.Cancelled).ConfigureAwait(false), "it is not, although it was said so.");
        stores.Expect(!await DeliverAsync(stores).ConfigureAwait(false), "its event is delivered all the same.");
    }

    private static async Task OldVersionAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case") with { State = PaymentState.Open }).ConfigureAwait(false);
        await stores.First.TryUpdateAsync(stored with { State = PaymentState.Failed }, null, null, stores.Cancelled).ConfigureAwait(false);
        var erased = await stores.Second.TryEraseAsync(stored, "erased", dropWaitingEvents: true, stores.Line(stored, 1), stores.Cancelled).ConfigureAwait(false);
        var deleted = await stores.Second.TryDeleteAsync(stored, stores.Line(stored, 1), stores.Cancelled).ConfigureAwait(false);
        stores.Expect(!erased && !deleted, "it was.");
        stores.Expect((await stores.OnlyAsync("case").ConfigureAwait(false)).State is PaymentState.Failed, "it was changed.");
    }

    private static async Task DeleteAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case") with { State = PaymentState.Failed }).ConfigureAwait(false);
        stores.Expect(await stores.First.TryDeleteAsync(stored, stores.Line(stored, 1), stores.Cancelled).ConfigureAwait(false), "it is refused.");
        await ExpectListedAsync(stores, PaymentFilter.All).ConfigureAwait(false);
        await ExpectAuditAsync(stores, from: 1, stores.Line(stored, 1)).ConfigureAwait(false);
    }

    private static async Task<PaymentRecord> PaidAsync(StorePair stores)
    {
        var stored = await stores.AddAsync(stores.Record("case") with { PayPage = new Uri("https://bezahlen.example/1"), TransactionReference = "KZ1" }).ConfigureAwait(false);
        var paid = stored with { State = PaymentState.Paid };
        await stores.First.TryUpdateAsync(paid, StorePair.Event(paid, PaymentState.Paid), null, stores.Cancelled).ConfigureAwait(false);
        return paid with { Version = stored.Version + 1 };
    }

    private static Task<bool> DeliverAsync(StorePair stores) => stores.First.DeliverNextAsync(
        stores.Tenant, StorePair.Noon.AddDays(1), StorePair.Noon.AddDays(2), static (_, _, _) => Task.CompletedTask, stores.Cancelled);
}
