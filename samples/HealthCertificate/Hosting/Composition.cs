using BaseComponents.Authorities;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Certificates;
using HealthCertificate.Mails;
using HealthCertificate.Paying;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Hosting;

/// <summary>Puts the service together.</summary>
public static class Composition
{
    private const string Section = "HealthCertificate";

    public static ServicePlan Plan { get; } = new(typeof(Composition).Assembly, Section, Build, PrepareAsync);

    private static WebApplication Build(WebApplicationBuilder builder, ServerOptions server)
    {
        PlaceholderGuard.Check(builder.Configuration, builder.Environment, $"{Section}:FeeStatute");
        var settings = builder.Configuration.GetSection(Section).Get<ServiceOptions>() ?? new ServiceOptions();
        builder.ListenAt(settings.PublicAddress, "Payments", "Eid:BundId");
        AddSettings(builder);
        builder.Services.AddDataKeys(new KeyProtection(Section, settings.KeyProtectionCertificatePath, settings.KeyProtectionCertificatePassword), Plan.DataPath(builder), builder.Environment);
        builder.AddAuditFile(Plan.DataPath(builder));
        builder.AddObservability("healthcertificate");
        AddCases(builder);
        AddComponents(builder.Services, builder.Configuration.GetSection("BaseComponents"));
        AddPages(builder, settings);
        server.Services?.Invoke(builder.Services);
        var application = builder.Build();
        Pipeline.Use(application);
        return application;
    }

    private static void AddSettings(WebApplicationBuilder builder)
    {
        Add<ServiceOptions>(Section);
        Add<AppointmentOptions>("Appointments");
        Add<RetentionOptions>("Retention");
        Add<LegalOptions>("Legal");
        builder.Services.AddSingleton(TimeProvider.System);

        void Add<TOptions>(string name)
            where TOptions : class => builder.Services.AddOptions<TOptions>().Bind(builder.Configuration.GetSection(name)).ValidateDataAnnotations().ValidateOnStart();
    }

    private static void AddCases(WebApplicationBuilder builder)
    {
        var database = Path.Combine(Plan.DataPath(builder), "cases.db");
        builder.Services.AddDbContextPool<CaseDb>(db => db.UseSqlite($"Data Source={database};Default Timeout=30"));
        builder.Services.AddSingleton<SlotPlan>().AddScoped<Seats>().AddScoped<CaseStore>().AddScoped<Cancellation>().AddScoped<FeePayment>();
        builder.Services.AddScoped<OfficeEntry>().AddScoped<CitizenMail>().AddSingleton<CertificatePdf>();
        builder.Services.AddSingleton(provider => PdfFonts.Load(Path.Combine(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath, "lib", "dejavu")));
        builder.Services.AddHostedService<CaseWorker>();
        builder.Services.AddSingleton<CasePurge>().AddHostedService(provider => provider.GetRequiredService<CasePurge>());
    }

    private static void AddComponents(IServiceCollection services, IConfigurationSection components)
    {
        services.AddAuthentication(options => (options.DefaultScheme, options.DefaultChallengeScheme) = (CookieAuthenticationDefaults.AuthenticationScheme, EidDefaults.BundIdScheme))
            .AddCookie(options => options.Cookie.Name = "belehrung-konto")
            .AddBundId(components.GetSection("Eid:BundId"));
        services.AddAuthorization();
        services.AddAuthorities(components.GetSection("Authorities")).AddHealth();
        services.AddPayments(components.GetSection("Payments")).AddEntityFrameworkStore<CaseDb>().AddReturnPage().AddEventHandler<SeatAfterPayment>();
        services.AddSecureMail(components.GetSection("SecureMail")).AddCertificateSource(provider => new CitizenCertificates(provider.GetRequiredService<IServiceScopeFactory>()))
            .AddEntityFrameworkOutbox<CaseDb>().AddHealth();
        // The plain notice is not stored by the outbox: it has a sender that may send nothing else.
        services.AddSecureMail(CitizenMail.NoticeSender, components.GetSection("SecureMail"));
        services.PostConfigure<SecureMailOptions>(CitizenMail.NoticeSender, options => (options.Outbox.DirectSending, options.PlainReasons) = (true, [CitizenMail.NoticeReason]));
        services.AddHealthChecks().AddEidHealth().AddPayments();
    }

    private static void AddPages(WebApplicationBuilder builder, ServiceOptions settings)
    {
        builder.Services.AddRazorPages();
        builder.Services.AddSite(new SiteFrame("Belehrung buchen", ["Ort", "Termin", "Anmelden", "Belehrung", "Bezahlen"]));
        builder.Services.AddSingleton<TellFault>((fault, log) => Trouble.Tell(fault, log));
        builder.Services.AddAntiforgery(forms => forms.Cookie.Name = "belehrung-formular");
        builder.AddFormLimits(largestUpload: 0, settings.FormsPerMinute);
    }

    // The sample makes its tables itself; a service with data to keep over versions uses migrations.
    private static async Task PrepareAsync(WebApplication application, CancellationToken cancellationToken)
    {
        await using var scope = application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync(cancellationToken);
        // Nobody shall pay for a certificate that cannot be made.
        application.Services.GetRequiredService<PdfFonts>();
    }
}
