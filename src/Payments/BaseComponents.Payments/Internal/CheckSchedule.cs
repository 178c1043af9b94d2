namespace BaseComponents.Payments.Internal;

/// <summary>When the reconciler looks at an attempt again: often at first, then ever more rarely, at the latest when it expires.</summary>
internal static class CheckSchedule
{
    private static readonly TimeSpan[] Defaults =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
    ];

    private static readonly TimeSpan WatchOfPaid = TimeSpan.FromDays(1);

    public static DateTimeOffset? Next(PaymentRecord record, PaymentsOptions options, DateTimeOffset now)
    {
        if (Transition.HasMoney(record.State))
            return now + WatchOfPaid <= record.PaidAt + options.WatchForReturnDebit ? now + WatchOfPaid : null;
        // Nobody can be asked for a transfer.
        if (record.Route is PaymentRoute.Transfer)
            return Transition.IsUnfinished(record.State) ? ExpiryOf(record, options) : null;
        var next = now + Delay(options.Reconciler, record.Checks);
        var expiry = ExpiryOf(record, options);
        if (Transition.IsUnfinished(record.State))
            return next < expiry || expiry <= now ? next : expiry;
        return Transition.IsGivenUp(record.State) && next <= expiry + options.WatchForLatePayment ? next : null;
    }

    /// <summary>The next look after one that got no answer: it is owed, however late it has become.</summary>
    public static DateTimeOffset? Again(PaymentRecord record, PaymentsOptions options, DateTimeOffset now) =>
        Transition.HasMoney(record.State) ? now + WatchOfPaid
        : Transition.IsFinal(record.State) || record.State is PaymentState.Rejected ? null
        : now + Delay(options.Reconciler, record.Checks);

    /// <summary>When an attempt is given up. The time begins with the pay page: an intent may have waited long for a service that was away.</summary>
    public static DateTimeOffset ExpiryOf(PaymentRecord record, PaymentsOptions options) =>
        record.Route is PaymentRoute.Transfer ? record.CreatedAt + options.TransferExpireAfter
        : record.OpenedAt is { } opened ? opened + options.ExpireAfter : record.CreatedAt + options.AbandonAfter;

    private static TimeSpan Delay(PaymentReconcilerOptions options, int checks)
    {
        IList<TimeSpan> delays = options.Delays.Count > 0 ? options.Delays : Defaults;
        return delays[Math.Min(checks, delays.Count - 1)];
    }
}
