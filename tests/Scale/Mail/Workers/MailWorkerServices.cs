using System.Globalization;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Tests.Scale.Mail.Flaws;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>The application as a developer sets it up, for two authorities; what is put around the outbox sees its steps, or takes a guarantee away.</summary>
internal static class MailWorkerServices
{
    public static StepKiller Add(HostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var killer = new StepKiller(settings["Worker:DieAt"], int.Parse(settings["Worker:DieAtOccurrence"] ?? "1", CultureInfo.InvariantCulture));
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddDbContext<OfficeDb>(options => OfficeDb.Use(options, settings["Worker:Database"]!));
        foreach (var tenant in Offices.Tenants)
            Watch(builder.Services.AddSecureMail(tenant, settings.GetSection($"Mail:{tenant}")).AddEntityFrameworkOutbox<OfficeDb>(), killer, Enum.Parse<MailFlaw>(settings["Worker:Flaw"]!));
        return killer;
    }

    private static void Watch(SecureMailBuilder mail, StepKiller killer, MailFlaw flaw)
    {
        var store = Factory<IMailOutboxStore>(mail);
        var writer = Factory<IMailOutboxWriter>(mail);
        mail.UseOutbox(
            services => new WatchedStore(MailFlaws.Break(store(services), flaw), killer),
            services => new WatchedWriter(MailFlaws.Break(writer, services, flaw), killer));
    }

    private static Func<IServiceProvider, T> Factory<T>(SecureMailBuilder mail)
    {
        var real = mail.Services.Last(service => service.ServiceType == typeof(T) && Equals(service.ServiceKey, mail.Name)).KeyedImplementationFactory!;
        return services => (T)real(services, mail.Name);
    }
}
