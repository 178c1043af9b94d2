using System.Diagnostics;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// The time of single look-ups. Each is timed by itself, so that there are percentiles; what the clock itself takes (the median of an empty
/// measurement) is taken off.
/// </summary>
internal static class LookUpFigures
{
    private const int Questions = 400_000;
    private const int HotQuestions = 1_000;

    public static (int Service, RegionKey Place)[] Report(AuthoritySnapshot snapshot, Germany germany)
    {
        var municipalities = germany.Municipalities;
        var questions = Enumerable.Range(0, Questions).Select(_ => (germany.AnyService(), germany.AnyMunicipality(municipalities))).ToArray();
        var keys = questions.Select(question => (germany.Services[question.Item1], question.Item2)).ToArray();
        var clock = Median(Time(keys, static (_, _) => false).Ticks);
        (LeikaKey, RegionKey)[] hot = [.. Enumerable.Range(0, Questions).Select(number => keys[number % HotQuestions])];
        // Warm, then what counts.
        Time(keys, (service, place) => snapshot.TryFind(service, place, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var hits = 0;
        foreach (var (service, place) in keys)
            hits += snapshot.TryFind(service, place, out _) ? 1 : 0;
        Measurement.Report("authorities.resolve.alloc_bytes", (GC.GetAllocatedBytesForCurrentThread() - before) / (double)keys.Length, "B");
        Measurement.Report("authorities.resolve.hits", (double)hits / keys.Length, "");
        Report("authorities.resolve", Time(keys, (service, place) => snapshot.TryFind(service, place, out _)).Ticks, clock);
        Report("authorities.resolve.hot", Time(hot, (service, place) => snapshot.TryFind(service, place, out _)).Ticks, clock);
        Measurement.Report("authorities.resolve.mean_ns", MeanOf(snapshot, keys), "ns");
        Report("authorities.resolve_full", Time(keys[..50_000], (service, place) => snapshot.Resolve(service, Place.Of(place)) is Competence.Found).Ticks, clock);
        return questions;
    }

    private static void Report(string name, long[] ticks, long clock)
    {
        Array.Sort(ticks);
        var nanoseconds = 1e9 / Stopwatch.Frequency;
        Measurement.Report($"{name}.p50_ns", Math.Max(0, ticks[ticks.Length / 2] - clock) * nanoseconds, "ns");
        Measurement.Report($"{name}.p99_ns", Math.Max(0, ticks[ticks.Length * 99 / 100] - clock) * nanoseconds, "ns");
    }

    private static double MeanOf(AuthoritySnapshot snapshot, (LeikaKey Service, RegionKey Place)[] keys)
    {
        var (started, hits) = (Stopwatch.GetTimestamp(), 0);
        foreach (var (service, place) in keys)
            hits += snapshot.TryFind(service, place, out _) ? 1 : 0;
        return hits == 0 ? throw new InvalidOperationException("Nobody was found.") : Stopwatch.GetElapsedTime(started).TotalNanoseconds / keys.Length;
    }

    private static (long[] Ticks, int Hits) Time((LeikaKey Service, RegionKey Place)[] keys, Func<LeikaKey, RegionKey, bool> ask)
    {
        var (ticks, hits) = (new long[keys.Length], 0);
        for (var number = 0; number < keys.Length; number++)
        {
            var started = Stopwatch.GetTimestamp();
            hits += ask(keys[number].Service, keys[number].Place) ? 1 : 0;
            ticks[number] = Stopwatch.GetTimestamp() - started;
        }

        return (ticks, hits);
    }

    private static long Median(long[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
