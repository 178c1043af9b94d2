using System.Globalization;
using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Tests.Contracts.Payments;
using BaseComponents.Tests.Scale.Payments.Flaws;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>The application as a developer sets it up, for two authorities: the back end of one finds payments by the request id, that of the other does not.</summary>
internal static class WorkerServices
{
    public static readonly string[] Tenants = ["with-look-up", "own-ids"];

    public static string TenantOf(ChaosOrder order) => Tenants[order.HasLookUp ? 0 : 1];

    public static void Add(HostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var killer = new StepKiller(settings["Worker:DieAt"], int.Parse(settings["Worker:DieAtOccurrence"] ?? "1", CultureInfo.InvariantCulture));
        var clock = new ShiftedClock();
        clock.Forward(TimeSpan.Parse(settings["Worker:Ahead"] ?? "0:00", CultureInfo.InvariantCulture));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.AddProvider(new KillAtLoggedStep(killer)).AddFilter<KillAtLoggedStep>("BaseComponents.Payments", LogLevel.Debug).SetMinimumLevel(LogLevel.None);
        builder.Services.AddDbContext<CaseDb>(options => options.UseNpgsql(settings["Worker:PostgreSql"]).AddInterceptors(new KillAtCommit(killer)));
        foreach (var tenant in Tenants)
            AddTenant(builder, tenant, Enum.Parse<Flaw>(settings["Worker:Flaw"]!));
    }

    private static void AddTenant(HostApplicationBuilder builder, string tenant, Flaw flaw)
    {
        var payments = builder.Services.AddPayments(tenant, builder.Configuration.GetSection($"Payments:{tenant}"))
            .AddEntityFrameworkStore<CaseDb>()
            .AddEventHandler<IssueLicence>();
        if (flaw is Flaw.None)
            return;
        var real = builder.Services.Last(service => service.ServiceType == typeof(IPaymentStore) && Equals(service.ServiceKey, tenant)).KeyedImplementationFactory!;
        payments.UseStore(services => new IntentlessStore((IPaymentStore)real(services, tenant), overlooks: flaw is Flaw.IntentAfterCall));
        if (flaw is Flaw.IntentAfterCall)
            payments.HttpClientBuilder.AddHttpMessageHandler(() => new FreshRequestIds());
    }
}
