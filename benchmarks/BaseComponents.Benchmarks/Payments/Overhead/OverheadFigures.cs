using BaseComponents.Payments;
using BaseComponents.Tests.Contracts.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Benchmarks.Payments.Overhead;

/// <summary>
/// What a look at a payment costs beside a call that somebody wrote by hand: the same address of the same Sandbox, a process of its own, over mutual
/// TLS; the client compares, asks its store (in memory), and is ready to repeat.
/// </summary>
internal static class OverheadFigures
{
    private const int PerBatch = 40;

    public static async Task RunAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("payments-overhead-");
        await using (var sandbox = await SandboxProcess.StartAsync(folder.FullName))
        {
            var section = sandbox.Settings.GetSection("BaseComponents:Payments");
            var services = new ServiceCollection();
            services.AddLogging(logging => logging.ClearProviders());
            services.AddPayments(section);
            await using var provider = services.BuildServiceProvider();
            var client = provider.GetRequiredService<IPaymentClient>();
            var payment = await client.StartAsync(PaymentBenchmarks.Order());
            using var hand = new HandWrittenClient(section, payment);
            await ReportAsync(quick, () => LookAsync(client, payment), () => hand.LookAsync(payment.TransactionId!));
        }

        folder.Delete(recursive: true);
    }

    private static async Task ReportAsync(bool quick, Func<Task> ours, Func<Task> hand)
    {
        var turns = await Turns.TakeAsync(15, quick ? 61 : 301, () => RepeatAsync(ours), () => RepeatAsync(hand));
        Measurement.Report("payments.overhead.client_us", turns.Ours / PerBatch * 1e6, "us");
        Measurement.Report("payments.overhead.httpclient_us", turns.Bare / PerBatch * 1e6, "us");
        Measurement.Report("payments.overhead.vs_httpclient", turns.Ratio, "x");
        var (allocated, byHand) = (await AllocatedAsync(ours), await AllocatedAsync(hand));
        Measurement.Report("payments.overhead.alloc", allocated, "B");
        Measurement.Report("payments.overhead.alloc_vs_httpclient", allocated / byHand, "x");
    }

    private static async Task LookAsync(IPaymentClient client, Payment payment)
    {
        if (await client.RefreshAsync(payment.Reference) is not { State: PaymentState.Open })
            throw new InvalidOperationException("The payment is not open: there is nothing to measure.");
    }

    private static async Task RepeatAsync(Func<Task> call)
    {
        for (var round = 0; round < PerBatch; round++)
            await call();
    }

    // Of the whole process, since a call goes on on whatever thread is free; nothing else runs in it meanwhile.
    private static async Task<double> AllocatedAsync(Func<Task> call)
    {
        const int Batches = 10;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var batch = 0; batch < Batches; batch++)
            await RepeatAsync(call);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Batches * PerBatch);
    }
}
