using BaseComponents.Benchmarks.Payments.Coordinator;
using BaseComponents.Benchmarks.Payments.Overhead;
using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Benchmarks.Payments;

/// <summary>
/// What an order costs before anything is sent, and how many payments one process starts: each writes its intent to SQLite, creates over mutual
/// TLS in the Sandbox of the same process, and writes the answer.
/// </summary>
internal static class PaymentBenchmarks
{
    private const int Checks = 2_000;
    private const int Starts = 40;
    private static int _case;

    public static async Task RunAsync(bool quick)
    {
        var measurement = Measurement.For(quick);
        await CheckAsync(measurement);
        await StartAsync(measurement);
        await OverheadFigures.RunAsync(quick);
        await CoordinatorFigures.RunAsync(quick);
        await ScaleFigures.RunAsync("payments", quick);
    }

    private static async Task CheckAsync(Measurement measurement)
    {
        var order = Order();
        if (order.Check().Count > 0)
            throw new InvalidOperationException("The order is refused: there is nothing to measure.");
        var seconds = await measurement.SecondsAsync(() =>
        {
            for (var round = 0; round < Checks; round++)
                GC.KeepAlive(order.Check());
        });
        Measurement.Report("payments.order.check", seconds / Checks * 1e9, "ns");
    }

    private static async Task StartAsync(Measurement measurement)
    {
        var folder = Directory.CreateTempSubdirectory("payments-");
        try
        {
            await using var sandbox = await SandboxServer.StartAsync();
            await using var services = await ServicesAsync(sandbox, Path.Combine(folder.FullName, "cases.db"));
            var payments = services.GetRequiredService<IPaymentClient>();
            await ReportAsync("payments.start", measurement, 1, payments);
            await ReportAsync("payments.start.parallel8", measurement, 8, payments);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task ReportAsync(string name, Measurement measurement, int parallel, IPaymentClient payments)
    {
        var seconds = await measurement.SecondsAsync(() => Parallel.ForEachAsync(
            Enumerable.Range(0, Starts),
            new ParallelOptions { MaxDegreeOfParallelism = parallel },
            async (_, token) => await OpenAsync(payments, token)));
        Measurement.Report(name, Starts / seconds, "1/s");
    }

    private static async Task OpenAsync(IPaymentClient payments, CancellationToken cancellationToken)
    {
        var payment = await payments.StartAsync(Order(), cancellationToken);
        if (payment.State is not PaymentState.Open)
            throw new InvalidOperationException($"The payment is {payment.State}.");
    }

    public static PaymentOrder Order() => new()
    {
        Reference = $"case-{Interlocked.Increment(ref _case)}",
        Items = [.. Enumerable.Range(0, 3).Select(line => PaymentItem.FromNet($"line-{line}", new Euro(32.50m), 19m, 2) with { Description = "Gebühr für die Anmeldung" })],
        Purpose = "Hundesteuer 2027",
        ReturnUrl = new Uri("https://dienst.example/zurueck"),
        Payer = new PaymentPayer { Name = "Mustermann", FirstName = "Erika" },
    };

    private static async Task<ServiceProvider> ServicesAsync(SandboxServer sandbox, string file)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddDbContext<CaseDb>(options => options.UseSqlite($"Data Source={file}"));
        services.AddPayments(sandbox.Configuration.GetSection("BaseComponents:Payments")).AddEntityFrameworkStore<CaseDb>();
        var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync();
        return provider;
    }
}
