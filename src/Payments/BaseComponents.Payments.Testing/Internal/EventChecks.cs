namespace BaseComponents.Payments.Testing.Internal;

/// <summary>Events are delivered until they succeed, and then never again.</summary>
internal static class EventChecks
{
    public static PaymentStoreCheck[] All { get; } =
    [
        new("an event comes back as it was stored, once", OnceAsync),
        new("an event whose delivery fails waits, and is delivered again", AgainAsync),
        new("events that fail again and again do not keep another one waiting", FairAsync),
        new("of many that deliver at once each event goes to one", OneDeliversAsync),
        new("an event that is being delivered is not handed out again", LeasedAsync),
        new("a tenant does not get another one's events", TenantsAsync),
    ];

    private static async Task OnceAsync(StorePair stores)
    {
        var stored = await AddEventAsync(stores, "case").ConfigureAwait(false);
        var delivered = new List<PaymentEvent>();
        stores.Expect(await DeliverAsync(stores.Second, stores, 0, Collect(delivered)).ConfigureAwait(false), "nothing was delivered.");
        stores.Expect(delivered is [{ } only] && only == stored, "another event came back.");
        stores.Expect(!await DeliverAsync(stores.First, stores, 60 * 24, Collect(delivered)).ConfigureAwait(false), "it was delivered twice.");
    }

    private static async Task AgainAsync(StorePair stores)
    {
        await AddEventAsync(stores, "case").ConfigureAwait(false);
        await FailAsync(stores, minutes: 0).ConfigureAwait(false);
        var delivered = new List<PaymentEvent>();
        stores.Expect(!await DeliverAsync(stores.Second, stores, 0, Collect(delivered)).ConfigureAwait(false), "it does not wait.");
        stores.Expect(await DeliverAsync(stores.Second, stores, 2, Collect(delivered)).ConfigureAwait(false) && delivered.Count == 1, "it is not delivered again.");
    }

    private static async Task FairAsync(StorePair stores)
    {
        foreach (var poison in new[] { "poison-1", "poison-2" })
            await AddEventAsync(stores, poison).ConfigureAwait(false);
        await FailAsync(stores, minutes: 0).ConfigureAwait(false);
        await FailAsync(stores, minutes: 0).ConfigureAwait(false);
        await AddEventAsync(stores, "case", StorePair.Noon.AddSeconds(30)).ConfigureAwait(false);
        var delivered = new List<PaymentEvent>();
        await DeliverAsync(stores.Second, stores, 2, Collect(delivered)).ConfigureAwait(false);
        stores.Expect(delivered is [{ Reference: "case" }], "an event that has failed before came first.");
    }

    private static async Task FailAsync(StorePair stores, int minutes)
    {
        try
        {
            await DeliverAsync(stores.First, stores, minutes, static (_, _, _) => throw new NotSupportedException("The handler fails.")).ConfigureAwait(false);
        }
        catch (NotSupportedException)
        {
            return;
        }

        stores.Expect(isSo: false, "the handler's exception is swallowed.");
    }

    private static async Task OneDeliversAsync(StorePair stores)
    {
        for (var number = 0; number < 5; number++)
            await AddEventAsync(stores, $"case-{number}").ConfigureAwait(false);
        var delivered = new List<PaymentEvent>();
        await stores.RaceAsync(4, async store =>
        {
            while (await DeliverAsync(store, stores, 0, Collect(delivered)).ConfigureAwait(false))
                await Task.Yield();
            return true;
        }).ConfigureAwait(false);
        stores.Expect(delivered.Count == 5 && delivered.Distinct().Count() == 5, $"5 events were delivered {delivered.Count} times.");
    }

    private static async Task LeasedAsync(StorePair stores)
    {
        await AddEventAsync(stores, "case").ConfigureAwait(false);
        var delivered = new List<PaymentEvent>();
        var handedOut = true;
        await DeliverAsync(stores.First, stores, 0, async (_, _, _) => handedOut = await DeliverAsync(stores.Second, stores, 0, Collect(delivered)).ConfigureAwait(false)).ConfigureAwait(false);
        stores.Expect(!handedOut && delivered.Count == 0, "it was.");
    }

    private static async Task TenantsAsync(StorePair stores)
    {
        await AddEventAsync(stores, "case").ConfigureAwait(false);
        var delivered = await stores.First.DeliverNextAsync(
            "check-other-tenant", StorePair.Noon, StorePair.Noon.AddMinutes(1), static (_, _, _) => Task.CompletedTask, stores.Cancelled).ConfigureAwait(false);
        stores.Expect(!delivered, "another tenant got it.");
    }

    private static async Task<PaymentEvent> AddEventAsync(StorePair stores, string reference, DateTimeOffset? occurredAt = null)
    {
        var record = await stores.AddAsync(stores.Record(reference)).ConfigureAwait(false);
        var paid = record with { State = PaymentState.Paid };
        var stored = StorePair.Event(paid, PaymentState.Paid) with { OccurredAt = occurredAt ?? StorePair.Noon };
        stores.Expect(await stores.First.TryUpdateAsync(paid, stored, null, stores.Cancelled).ConfigureAwait(false), "a change with an event is refused.");
        return stored;
    }

    private static Task<bool> DeliverAsync(IPaymentStore store, StorePair stores, int minutes, PaymentEventDelivery deliver) =>
        store.DeliverNextAsync(stores.Tenant, StorePair.Noon.AddMinutes(minutes), StorePair.Noon.AddMinutes(minutes + 1), deliver, stores.Cancelled);

    private static PaymentEventDelivery Collect(List<PaymentEvent> delivered) => (_, paymentEvent, _) =>
    {
        lock (delivered)
            delivered.Add(paymentEvent);
        return Task.CompletedTask;
    };
}
