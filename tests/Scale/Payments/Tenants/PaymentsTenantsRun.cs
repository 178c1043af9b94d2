using System.Globalization;

namespace BaseComponents.Tests.Scale.Payments.Tenants;

/// <summary>The figure of the towns that share a process with one whose service hangs.</summary>
internal static class PaymentsTenantsRun
{
    private const double Most = 1.10;

    public static async Task<int> RunAsync(bool quick)
    {
        var measured = await HangingTown.MeasureAsync(towns: 8, rounds: quick ? 5 : 15, orders: quick ? 150 : 500);
        Report("payments.tenants.p99_beside_ms", measured.Beside);
        Report("payments.tenants.p99_alone_ms", measured.Alone);
        Report("payments.tenants.p99_ratio", measured.Ratio);
        return measured.Ratio <= Most ? 0 : 1;
    }

    private static void Report(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RESULT {name} {value:0.####}"));
}
