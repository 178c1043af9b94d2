using System.Globalization;
using BaseComponents.Authorities;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.Payments.Transfers;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using DogLicence.Paying;
using DogLicence.Registration;
using DogLicence.Sessions;
using DogLicence.Submission;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace DogLicence.Hosting;

/// <summary>Puts the service together.</summary>
public static class Composition
{
    public static WebApplication Build(WebApplicationBuilder builder, ServerOptions server)
    {
        PlaceholderGuard.Check(builder.Configuration, builder.Environment, "DogTax:Statute");
        var options = Options(builder.Configuration);
        Listen(builder, options);
        AddSettings(builder);
        var cluster = Cluster(builder.Configuration);
        var keys = builder.Services.AddDataKeys(new KeyProtection("DogLicence", options.KeyProtectionCertificatePath, options.KeyProtectionCertificatePassword) { SharedPath = cluster.KeysPath }, DataPath(builder), builder.Environment);
        builder.Services.AddStores(cluster, DataPath(builder));
        builder.AddAuditFile(DataPath(builder));
        builder.AddObservability("doglicence");
        AddComponents(builder);
        builder.Services.AddHealthChecks().AddEidHealth().AddPayments().AddCheck<Draining>(HealthPages.Traffic);
        AddCases(builder);
        AddPages(builder, options);
        server.Services?.Invoke(builder.Services);
        var application = builder.Build();
        application.Logger.LogInformation("{Keys}", keys);
        Pipeline.Use(application);
        return application;
    }

    public static ApplicationOptions Options(IConfiguration configuration) =>
        configuration.GetSection("DogLicence").Get<ApplicationOptions>() ?? new ApplicationOptions();

    public static ClusterOptions Cluster(IConfiguration configuration) => configuration.GetSection("Cluster").Get<ClusterOptions>() ?? new ClusterOptions();

    public static string DataPath(WebApplicationBuilder builder) => DogLicenceServer.Plan.DataPath(builder);

    private static void Listen(WebApplicationBuilder builder, ApplicationOptions options)
    {
        builder.ListenAt(options.PublicAddress, "Payments", "Eid:BundId", "Eid:Unternehmenskonto", "Eid:EidServer");
        builder.Configuration.AddInMemoryCollection([new("BaseComponents:Eid:EidServer:MinimumAge", options.MinimumAge.ToString(CultureInfo.InvariantCulture))]);
    }

    private static void AddSettings(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSingleton<IValidateOptions<ApplicationOptions>, ApplicationOptionsValidator>();
        services.AddSingleton<IValidateOptions<ClusterOptions>, ClusterOptionsValidator>();
        services.AddSingleton<IValidateOptions<DogTaxOptions>, DogTaxOptionsValidator>();
        services.AddSingleton<IValidateOptions<SubmissionOptions>, SubmissionOptionsValidator>();
        services.AddOptions<ApplicationOptions>().Bind(configuration.GetSection("DogLicence")).ValidateOnStart();
        services.AddOptions<ClusterOptions>().Bind(configuration.GetSection("Cluster")).ValidateOnStart();
        services.AddOptions<DogTaxOptions>().Bind(configuration.GetSection("DogTax")).ValidateOnStart();
        services.AddOptions<SubmissionOptions>().Bind(configuration.GetSection("Submission")).ValidateOnStart();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection("Retention")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LegalOptions>().Bind(configuration.GetSection("Legal"));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Draining>().AddHostedService(provider => provider.GetRequiredService<Draining>());
        // What is under way is answered after the time in which the proxy looks for another node.
        services.Configure<HostOptions>(host => host.ShutdownTimeout += Cluster(configuration).Drain);
    }

    private static void AddComponents(WebApplicationBuilder builder)
    {
        var (services, components) = (builder.Services, builder.Configuration.GetSection("BaseComponents"));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie()
            .AddBundId(components.GetSection("Eid:BundId"))
            .AddEidServer(components.GetSection("Eid:EidServer"))
            .AddUnternehmenskonto(components.GetSection("Eid:Unternehmenskonto"))
            .AddEidBroker(components.GetSection("Eid:Broker"));
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, AccountCookie>();
        services.AddPayments(components.GetSection("Payments")).AddEntityFrameworkStore<CaseDb>().AddReturnPage().AddEventHandler<SubmitWhenPaid>();
        // Whoever names an account offers transfers as well.
        if (components.GetSection("Payments:Transfer").Exists())
            services.AddTransferAccount(components.GetSection("Payments:Transfer"));
        services.AddAuthorities(components.GetSection("Authorities")).AddHealth();
        AddMail(services, components.GetSection("SecureMail"));
    }

    // Case mails go by the outbox and in no other way. The citizen's notice is plain, which the outbox does not store: it has a sender that may send nothing else plain.
    private static void AddMail(IServiceCollection services, IConfigurationSection section)
    {
        services.AddSecureMail(section).AddEntityFrameworkOutbox<CaseDb>().AddHealth();
        services.AddSecureMail(CitizenNotice.Sender, section);
        services.PostConfigure<SecureMailOptions>(CitizenNotice.Sender, options => (options.Outbox.DirectSending, options.PlainReasons) = (true, [CitizenNotice.Reason]));
    }

    private static void AddCases(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<CaseSeal>();
        services.AddScoped<CaseStore>().AddScoped<CaseGate>().AddScoped<OfficeMail>().AddScoped<HandOver>().AddScoped<DeliveryWatch>().AddScoped<CitizenNotice>();
        services.AddSingleton(provider => PdfFonts.Load(Path.Combine(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath, "lib", "dejavu")));
        services.AddSingleton<CasePdf>();
        services.AddSingleton<SubmissionWorker>().AddHostedService(provider => provider.GetRequiredService<SubmissionWorker>());
        services.AddSingleton<CasePurge>().AddHostedService(provider => provider.GetRequiredService<CasePurge>());
        services.AddScoped<CaseRights>().AddHostedService<PaymentErasure>();
    }

    private static void AddPages(WebApplicationBuilder builder, ApplicationOptions options)
    {
        builder.Services.AddRazorPages();
        builder.Services.AddSite(new SiteFrame("Hund anmelden",
            ["Ort und Leistung", "Zuständige Stelle", "Anmelden", "Angaben zum Hund", "Nachweis", "Zusammenfassung", "Bezahlen", "Quittung"])
        {
            Languages = [SiteLanguage.German, SiteLanguage.English, SiteLanguage.Simple],
        }, typeof(Composition).Assembly);
        builder.Services.AddSingleton<TellFault>((fault, log) => Trouble.IsKnown(fault) ? Trouble.Tell(fault, log) : null);
        builder.Services.AddAntiforgery(forms => forms.Cookie.Name = "hund-formular");
        builder.AddFormLimits(options.MaximumProofSize, options.FormsPerMinute);
    }
}
