using BaseComponents.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Scale.Payments.Tenants;

/// <summary>An application with a registration for each of several towns; the first one can be made to hang. The reconcilers run.</summary>
internal sealed class Towns : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TownService[] _services;
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _stuck = [];
    private int _orders;

    private Towns(IHost host, TownService[] services) => (_host, _services) = (host, services);

    public int Count => _services.Length;

    public static async Task<Towns> StartAsync(int count, SemaphoreSlim? sharedQueue)
    {
        var services = Enumerable.Range(0, count).Select(_ => new TownService(sharedQueue)).ToArray();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Payments:Environment"] = "Sandbox",
            ["Payments:BaseAddress"] = "https://bezahldienst.example/",
            ["Payments:OriginatorId"] = "online-dienst",
            ["Payments:EndPointId"] = "14612000",
            ["Payments:ClientCertificatePem"] = "not loaded",
            ["Payments:Timeout"] = "00:01:00",
            ["Payments:Reconciler:Interval"] = "00:00:00.2",
            ["Payments:Reconciler:Delays:0"] = "00:00:01",
        });
        for (var town = 0; town < count; town++)
        {
            var service = services[town];
            builder.Services.AddPayments(NameOf(town), builder.Configuration.GetSection("Payments")).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => service);
        }

        var host = builder.Build();
        await host.StartAsync();
        return new Towns(host, services);
    }

    public IPaymentClient PaymentsOf(int town) => _host.Services.GetRequiredKeyedService<IPaymentClient>(NameOf(town));

    /// <summary>An order that nobody had before.</summary>
    public PaymentOrder NewOrder() => new()
    {
        Reference = $"case-{Interlocked.Increment(ref _orders)}",
        Items = [PaymentItem.FromNet("hundesteuer", new Euro(96m))],
        Purpose = "Hundesteuer 2027",
        ReturnUrl = new Uri("https://dienst.example/zurueck"),
    };

    /// <summary>Lets the first town's service hang, with citizens before it, until it is let go.</summary>
    public async Task HangAsync(int citizens)
    {
        _services[0].Hangs = true;
        _stuck.AddRange(Enumerable.Range(0, citizens).Select(_ => Task.Run(() => PaymentsOf(0).StartAsync(NewOrder(), _ending.Token))));
        for (var round = 0; round < 1000 && _services[0].Waiting == 0; round++)
            await Task.Delay(10);
        if (_services[0].Waiting == 0)
            throw new InvalidOperationException("Nobody stands before the service that hangs.");
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_stuck).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _host.StopAsync();
        _host.Dispose();
        _ending.Dispose();
    }

    private static string NameOf(int town) => $"town-{town}";
}
