using System.Collections.Concurrent;
using System.Diagnostics;

namespace BaseComponents.Tests.Scale.Payments.Tenants;

/// <param name="Beside">99th percentile in milliseconds beside a town whose service hangs: the median of the rounds.</param>
/// <param name="Alone">The same without such a town.</param>
internal sealed record HangingTownResult(double Beside, double Alone)
{
    public double Ratio => Beside / Alone;
}

/// <summary>How long StartAsync and RefreshAsync of the other towns take while the service of one hangs, and while it does not.</summary>
internal static class HangingTown
{
    /// <summary>What takes longer counts as this long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private const int Citizens = 32;

    /// <summary>Runs both in turns, so that a machine that is busy for a while is so for both.</summary>
    public static async Task<HangingTownResult> MeasureAsync(int towns, int rounds, int orders, SemaphoreSlim? sharedQueue = null)
    {
        var (beside, alone) = (new List<double>(), new List<double>());
        await RoundAsync(towns, Math.Min(orders, 50), hangs: false, sharedQueue);
        for (var round = 0; round < rounds; round++)
        {
            // Who comes first changes.
            foreach (var hangs in round % 2 == 0 ? (bool[])[false, true] : [true, false])
                (hangs ? beside : alone).Add(await RoundAsync(towns, orders, hangs, sharedQueue));
        }

        return new HangingTownResult(Median(beside), Median(alone));
    }

    private static async Task<double> RoundAsync(int towns, int orders, bool hangs, SemaphoreSlim? sharedQueue)
    {
        await using var application = await Towns.StartAsync(towns, sharedQueue);
        if (hangs)
            await application.HangAsync(Citizens);
        var times = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(1, towns - 1).Select(town => Task.Run(() => ServeAsync(application, town, orders, times))));
        var sorted = times.Order().ToArray();
        return sorted[(int)(sorted.Length * 0.99)];
    }

    private static async Task ServeAsync(Towns application, int town, int orders, ConcurrentBag<double> times)
    {
        var payments = application.PaymentsOf(town);
        for (var number = 0; number < orders; number++)
        {
            var order = application.NewOrder();
            times.Add(await TimeAsync(stop => payments.StartAsync(order, stop)));
            times.Add(await TimeAsync(stop => payments.RefreshAsync(order.Reference, stop)));
        }
    }

    private static async Task<double> TimeAsync(Func<CancellationToken, Task> act)
    {
        using var stop = new CancellationTokenSource(Longest);
        var since = Stopwatch.GetTimestamp();
        try
        {
            await act(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It counts as the longest.
            return Longest.TotalMilliseconds;
        }

        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
