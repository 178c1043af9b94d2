using System.Diagnostics;
using System.Globalization;

namespace BaseComponents.Benchmarks;

/// <summary>Times a piece of work over several repetitions and reports the median: one line that a script can read.</summary>
/// <param name="Warmups">Repetitions whose time is thrown away.</param>
/// <param name="Repetitions">Repetitions whose median is reported; odd, so that the median was really measured.</param>
internal sealed record Measurement(int Warmups = 2, int Repetitions = 11)
{
    /// <summary>Few repetitions, for a look in passing and for the gate; all of them for a figure that is written down.</summary>
    public static Measurement For(bool quick) => quick ? new Measurement(1, 3) : new Measurement();

    /// <summary>Seconds that the work takes, by the median of the repetitions.</summary>
    public async Task<double> SecondsAsync(Func<Task> work)
    {
        for (var warmup = 0; warmup < Warmups; warmup++)
            await work();

        var seconds = new double[Repetitions];
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            seconds[repetition] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        return Median(seconds);
    }

    /// <summary>Seconds that the work takes, by the median of the repetitions.</summary>
    public Task<double> SecondsAsync(Action work) => SecondsAsync(() =>
    {
        work();
        return Task.CompletedTask;
    });

    /// <summary>Bytes that the calling thread allocates for one run of the work, after the warm-up.</summary>
    public long AllocatedBytes(Action work)
    {
        for (var warmup = 0; warmup < Warmups; warmup++)
            work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Writes <c>RESULT name value unit</c>.</summary>
    /// <param name="name">Words joined by dots, such as <c>payments.start.latency</c>.</param>
    /// <param name="value">The figure, written in the invariant culture with up to four significant decimals.</param>
    /// <param name="unit">Such as <c>ms</c>, <c>ns</c>, <c>B</c>, <c>1/s</c>.</param>
    public static void Report(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT {name} {value:0.####} {unit}"));

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
