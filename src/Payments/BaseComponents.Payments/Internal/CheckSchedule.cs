namespace BaseComponents.Payments.Internal;

/// <summary>When the reconciler looks at an attempt again: often at first, then ever more rarely, at the latest when it expires.</summary>
internal static class CheckSchedule
{
    private static readonly TimeSpan[] Defaults =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
    ];

    public static DateTimeOffset? Next(PaymentRecord record, PaymentsOptions options, DateTimeOffset now)
    {
        var next = now + Delay(options.Reconciler, record.Checks);
        var expiry = record.CreatedAt + options.ExpireAfter;
        if (Transition.IsUnfinished(record.State))
            return next < expiry || expiry <= now ? next : expiry;
        return Transition.IsGivenUp(record.State) && next <= expiry + options.WatchForLatePayment ? next : null;
    }

    private static TimeSpan Delay(PaymentReconcilerOptions options, int checks)
    {
        IList<TimeSpan> delays = options.Delays.Count > 0 ? options.Delays : Defaults;
        return delays[Math.Min(checks, delays.Count - 1)];
    }
}
