using System.Diagnostics;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>Medians in microseconds. Reader and bare cryptography take turns in short batches, so that a busy moment hits both, and both are warm before either counts.</summary>
internal static class SamlTimes
{
    private const int PerBatch = 20;
    private const int Warmups = 60;

    public static (double Read, double Bare, double Ratio) Of(BundIdMessage message, bool quick)
    {
        var rounds = Enumerable.Range(0, Warmups + (quick ? 51 : 151)).Select(_ => Round(message)).Skip(Warmups).ToList();
        return (Median(rounds.Select(round => round.Read)), Median(rounds.Select(round => round.Bare)), Median(rounds.Select(round => round.Read / round.Bare)));
    }

    private static (double Read, double Bare) Round(BundIdMessage message) =>
        (MicrosOf(() => GC.KeepAlive(message.Reader.Read(message.Octets, message.Expectation))), MicrosOf(message.Cryptography.Run));

    private static double MicrosOf(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < PerBatch; round++)
            work();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / PerBatch;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;
}
