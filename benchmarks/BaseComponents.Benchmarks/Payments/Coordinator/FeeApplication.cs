using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>The application with the coordinator, on a given database.</summary>
internal sealed class FeeApplication : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private FeeApplication(ServiceProvider services) => _services = services;

    public IPaymentClient Payments => _services.GetRequiredService<IPaymentClient>();

    public IPaymentReconciler Reconciler => _services.GetRequiredService<IPaymentReconciler>();

    public static async Task<FeeApplication> StartAsync(Action<DbContextOptionsBuilder> database, bool isPooled, Recorder? recorder = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        if (isPooled)
            services.AddDbContextPool<FeeDb>(Configure);
        else
            services.AddDbContext<FeeDb>(Configure);
        services.AddPayments(Settings().GetSection("Payments")).AddEntityFrameworkStore<FeeDb>().AddEventHandler<IssueLicence>()
            .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new InstantService(recorder is null ? null : recorder.Called));
        var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FeeDb>().Database.EnsureCreatedAsync();
        return new FeeApplication(provider);

        void Configure(DbContextOptionsBuilder options)
        {
            database(options);
            if (recorder is not null)
                options.AddInterceptors(recorder.Interceptors);
        }
    }

    /// <summary>The whole way of one order, written down.</summary>
    public static async Task<Script> RecordAsync(Action<DbContextOptionsBuilder> database)
    {
        var recorder = new Recorder();
        await using var application = await StartAsync(database, isPooled: false, recorder);
        var order = PaymentBenchmarks.Order();
        recorder.Take();
        await application.PayAsync(order);
        var payment = recorder.Take();
        // The reconciler would look for due payments and for a next event as well, once for many orders.
        var store = application._services.GetRequiredKeyedService<IPaymentStore>("");
        string? requestId = null;
        await store.DeliverNextAsync("", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddSeconds(30), async (scope, paymentEvent, token) =>
        {
            requestId = paymentEvent.Id.Split('-')[0];
            await scope.GetRequiredKeyedService<IPaymentEventHandler>("").HandleAsync(paymentEvent, token);
        });
        return new Script(order.Reference, requestId ?? throw new InvalidOperationException("Nothing was delivered."), payment, recorder.Take());
    }

    public async Task PayAsync(PaymentOrder order)
    {
        await Payments.StartAsync(order);
        if (await Payments.RefreshAsync(order.Reference) is not { IsPaid: true })
            throw new InvalidOperationException("The payment is not paid.");
    }

    public async Task DeliverAsync(int events)
    {
        if ((await Reconciler.RunOnceAsync()).Delivered != events)
            throw new InvalidOperationException("The events were not delivered.");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static IConfiguration Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Payments:Environment"] = "Sandbox",
        ["Payments:BaseAddress"] = "https://bezahlen.example/",
        ["Payments:OriginatorId"] = "ONLINEDIENST",
        ["Payments:EndPointId"] = "14612000",
        // Never read: there is no connection.
        ["Payments:ClientCertificatePath"] = "none",
    }).Build();
}
