using System.Collections.Concurrent;
using System.Net;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Sandbox;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>A town's application: payments over ePayBL in a SQLite file, and a real address for its notifications.</summary>
internal sealed class EpayblTown : IAsyncDisposable
{
    private const string NotificationPath = "/zahlung/meldung";
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private EpayblTown(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public IPaymentClient Payments => _app.Services.GetRequiredService<IPaymentClient>();

    public IPaymentReconciler Reconciler => _app.Services.GetRequiredService<IPaymentReconciler>();

    /// <summary>What the notifications were answered with.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>Starts it with one of the interfaces: rest, soap2 or soap3. Nobody looks at a payment for six hours, unless something brings the look forward.</summary>
    public static async Task<EpayblTown> StartAsync(SandboxServer sandbox, TimeProvider clock, string wire, params (string Key, string? Value)[] changes)
    {
        var folder = Directory.CreateTempSubdirectory("epaybl-");
        var port = PeerProcess.FreePort();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddConfiguration(sandbox.Configuration).AddInMemoryCollection(Settings(sandbox, wire, port, changes));
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton(clock);
        builder.Services.AddDbContext<PaymentsDb>(options => options.UseSqlite($"Data Source={Path.Combine(folder.FullName, "app.db")}"));
        builder.Services.AddPayments(builder.Configuration.GetSection("BaseComponents:Payments"))
            .UseEpaybl(builder.Configuration.GetSection(SectionOf(wire)))
            .AddEntityFrameworkStore<PaymentsDb>()
            .AddEventHandler<WriteFulfilment>();
        var town = new EpayblTown(builder.Build(), folder);
        await town.RunAsync();
        return town;
    }

    public async Task<IReadOnlyList<string>> FulfilmentsAsync(string reference)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PaymentsDb>().Fulfilments
            .Where(row => row.Reference == reference).OrderBy(row => row.Id).Select(row => row.State).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task RunAsync()
    {
        await using (var scope = _app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PaymentsDb>().Database.EnsureCreatedAsync();
        _app.Use(async (context, next) =>
        {
            await next(context);
            Answers.Enqueue(context.Response.StatusCode);
        });
        _app.MapEpayblNotifications(NotificationPath);
        await _app.StartAsync();
    }

    private static string SectionOf(string wire) => wire == "rest" ? "BaseComponents:Payments:Epaybl" : "BaseComponents:Payments:EpayblSoap";

    private static Dictionary<string, string?> Settings(SandboxServer sandbox, string wire, int port, (string Key, string? Value)[] changes)
    {
        var own = changes.ToDictionary(change => $"BaseComponents:Payments:{change.Key}", change => change.Value);
        own["BaseComponents:Payments:Reconciler:Interval"] = "00:00:00.1";
        own["BaseComponents:Payments:Reconciler:HintInterval"] = "00:00:01";
        own["BaseComponents:Payments:Reconciler:Delays:0"] = "06:00:00";
        if (wire == "rest")
            own[$"{SectionOf(wire)}:NotifyAddress"] = $"http://127.0.0.1:{port}{NotificationPath}";
        if (wire == "soap2")
        {
            own[$"{SectionOf(wire)}:ListStyle"] = "Version2";
            own[$"{SectionOf(wire)}:BaseAddress"] = new Uri(sandbox.MachineAddress, "/payments/epaybl/soap/2").AbsoluteUri;
        }

        return own;
    }
}
