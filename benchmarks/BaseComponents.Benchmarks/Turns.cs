using System.Diagnostics;

namespace BaseComponents.Benchmarks;

/// <summary>Two pieces of work that take turns in short batches, so that a busy moment hits both, and both are warm before either counts.</summary>
/// <param name="Ours">Median of the seconds that ours takes.</param>
/// <param name="Bare">Median of the seconds that the other one takes.</param>
/// <param name="Ratio">Median of the ratios of the rounds: how many times as long ours takes.</param>
internal sealed record Turns(double Ours, double Bare, double Ratio)
{
    public static async Task<Turns> TakeAsync(int warmups, int rounds, Func<Task> ours, Func<Task> bare)
    {
        var times = new List<(double Ours, double Bare)>();
        for (var round = 0; round < warmups + rounds; round++)
        {
            var time = (await SecondsAsync(ours), await SecondsAsync(bare));
            if (round >= warmups)
                times.Add(time);
        }

        return new Turns(Median(times.Select(time => time.Ours)), Median(times.Select(time => time.Bare)), Median(times.Select(time => time.Ours / time.Bare)));
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;
}
