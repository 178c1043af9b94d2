namespace BaseComponents.Payments.Internal;

/// <summary>Ranges of the durations. The attribute for it needs reflection that a native program does not have.</summary>
internal static class DurationRules
{
    public static IEnumerable<string?> Refusals(string section, PaymentsOptions options)
    {
        var reconciler = options.Reconciler;
        yield return Refusal($"{section}:Timeout", options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        yield return Refusal($"{section}:ExpireAfter", options.ExpireAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(90));
        yield return Refusal($"{section}:AbandonAfter", options.AbandonAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(90));
        yield return Refusal($"{section}:TransferExpireAfter", options.TransferExpireAfter, TimeSpan.FromDays(1), TimeSpan.FromDays(400));
        yield return Refusal($"{section}:WatchForReturnDebit", options.WatchForReturnDebit, TimeSpan.Zero, TimeSpan.FromDays(400));
        yield return Refusal($"{section}:WatchForLatePayment", options.WatchForLatePayment, TimeSpan.Zero, TimeSpan.FromDays(90));
        yield return Refusal($"{section}:Reconciler:Interval", reconciler.Interval, TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1));
        yield return Refusal($"{section}:Reconciler:Lease", reconciler.Lease, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));
        yield return Refusal($"{section}:Reconciler:HintInterval", reconciler.HintInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        if (reconciler.Lease <= options.Timeout)
            yield return $"{section}:Reconciler:Lease must be longer than {section}:Timeout, or two instances look after one payment at once.";
        foreach (var delay in reconciler.Delays)
            yield return Refusal($"{section}:Reconciler:Delays", delay, TimeSpan.FromMilliseconds(50), TimeSpan.FromDays(1));
    }

    private static string? Refusal(string setting, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value >= least && value <= most ? null : $"{setting} must lie between {least:c} and {most:c}.";
}
