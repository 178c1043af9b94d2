using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>One instance of a municipality's application: payments in a SQLite file, the Sandbox as the service.</summary>
internal sealed class Application : IAsyncDisposable
{
    private readonly IHost _host;

    private Application(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IPaymentClient Payments => Services.GetRequiredService<IPaymentClient>();

    public IPaymentReconciler Reconciler => Services.GetRequiredService<IPaymentReconciler>();

    public static async Task<Application> StartAsync(
        IConfiguration sandbox, string databaseFile, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        var own = new Dictionary<string, string?> { ["BaseComponents:Payments:Reconciler:Enabled"] = "false" };
        settings?.Invoke(own);
        builder.Configuration.AddConfiguration(sandbox).AddInMemoryCollection(own);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddDbContext<PaymentsDb>(options => options.UseSqlite($"Data Source={databaseFile}"));
        builder.Services.AddPayments(builder.Configuration.GetSection("BaseComponents:Payments"))
            .AddEntityFrameworkStore<PaymentsDb>()
            .AddEventHandler<WriteFulfilment>();
        services?.Invoke(builder.Services);
        var host = builder.Build();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PaymentsDb>().Database.EnsureCreatedAsync();
        await host.StartAsync();
        return new Application(host);
    }

    public async Task<IReadOnlyList<string>> FulfilmentsAsync(string reference)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PaymentsDb>().Fulfilments
            .Where(row => row.Reference == reference).OrderBy(row => row.Id).Select(row => row.State).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
