using BaseComponents.Authorities;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Authorities.Routing;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Epaybl;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Ldap;
using BaseComponents.Tool.Commands.Payments;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tool.Commands.Doctor;

/// <summary>Registers what the settings name, as an application does, with the components' own health checks. No host is started: nothing runs but the checks.</summary>
internal sealed class DoctorServices(DoctorSettings settings, IConfigurationRoot configuration, string scratch)
{
    private readonly ServiceCollection _services = new();

    /// <summary>Components that the settings have no section of.</summary>
    public List<string> Missing { get; } = [];

    public ServiceProvider Build()
    {
        _services.AddLogging(static logging => logging.ClearProviders());
        _services.AddSingleton<IConfiguration>(configuration);
        var checks = _services.AddHealthChecks();
        Add("eid", "Eid", (section, name) => AddEid(section, name), () => checks.AddEidHealth());
        Add("payments", "Payments", (section, name) => AddPayments(checks, section, name));
        Add("authorities", "Authorities", AddAuthorities);
        Add("mail", "SecureMail", AddMail);
        return _services.BuildServiceProvider();
    }

    private void Add(string component, string key, Action<IConfigurationSection, string> add, Action? once = null)
    {
        if (!settings.Wants(component))
            return;
        var found = settings.Sections.Select(root => (Root: root, Section: configuration.GetSection($"{root}:{key}"))).Where(static one => one.Section.Exists()).ToArray();
        foreach (var (root, section) in found)
            add(section, settings.Sections.Count == 1 ? "" : root.Split(':')[^1]);
        if (found.Length == 0)
            Missing.Add(component);
        else
            once?.Invoke();
    }

    private void AddEid(IConfigurationSection section, string name)
    {
        var log = _services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme);
        if (!_services.Any(static service => service.ServiceType == typeof(KeysOfTheApplication)))
        {
            log.AddCookie();
            _services.AddSingleton<KeysOfTheApplication>();
            _services.Configure<KeyManagementOptions>(static options => (options.XmlRepository, options.XmlEncryptor) = (new KeysOfTheApplication(), new KeysOfTheApplication()));
        }

        var ending = name.Length == 0 ? "" : $"-{string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}";
        if (section.GetSection("BundId") is var bundId && bundId.Exists())
            log.AddBundId(EidDefaults.BundIdScheme + ending, bundId);
        if (section.GetSection("Unternehmenskonto") is var company && company.Exists())
            log.AddUnternehmenskonto(EidDefaults.UnternehmenskontoScheme + ending, company);
        if (section.GetSection("EidServer") is var card && card.Exists())
            log.AddEidServer(EidDefaults.EidServerScheme + ending, card);
        if (section.GetSection("Broker") is var broker && broker.Exists())
            log.AddEidBroker(EidDefaults.BrokerScheme + ending, broker);
    }

    private void AddPayments(IHealthChecksBuilder checks, IConfigurationSection section, string name)
    {
        var payments = BaseComponents.Payments.PaymentsServiceCollectionExtensions.AddPayments(_services, name, section);
        // An application speaks either the standard interface or ePayBL's own.
        if (section["BaseAddress"] is null && section.GetSection("Epaybl") is var epaybl && epaybl.Exists())
            payments.UseEpaybl(epaybl);
        var database = settings.Database is { } named ? ApplicationDatabase.Find(named, configuration) : options => options.UseSqlite($"Data Source={scratch}");
        if (settings.Database is null)
            payments.AddEntityFrameworkStore(database);
        else
            AddDatabase(payments, database);
        checks.AddPayments(name);
    }

    private void AddDatabase(BaseComponents.Payments.PaymentsBuilder payments, Action<DbContextOptionsBuilder> database)
    {
        _services.AddSingleton(new TableSchema(null));
        _services.AddDbContext<TreasuryContext>(database);
        payments.AddEntityFrameworkStore<TreasuryContext>();
    }

    private void AddAuthorities(IConfigurationSection section, string name)
    {
        var directory = _services.AddAuthorities(name, section);
        if (section.GetSection("Pvog") is var pvog && pvog.Exists())
            directory.AddPvog(pvog);
        if (section.GetSection("Routing") is var routing && routing.Exists())
            _services.AddDestinationRouter(name, routing);
        directory.AddHealth();
    }

    private void AddMail(IConfigurationSection section, string name)
    {
        var mail = name.Length == 0 ? _services.AddSecureMail(section) : _services.AddSecureMail(name, section);
        if (section.GetSection("Ldap") is var ldap && ldap.Exists())
            mail.AddLdapDirectory(ldap);
        if (section.GetSection("Mailbox") is var mailbox && mailbox.Exists())
            mail.AddMailbox(mailbox);
        mail.AddHealth(settings.LogsIn);
    }
}
