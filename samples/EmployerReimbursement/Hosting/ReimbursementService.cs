using BaseComponents.Authorities;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Submission;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace EmployerReimbursement.Hosting;

/// <summary>Puts the service together: log-in of companies, look-up of the office, encrypted mail.</summary>
public static class ReimbursementService
{
    public static ServicePlan Plan { get; } = new(typeof(ReimbursementService).Assembly, ServiceOptions.Section, Build, PrepareAsync);

    private static WebApplication Build(WebApplicationBuilder builder, ServerOptions server)
    {
        PlaceholderGuard.Check(builder.Configuration, builder.Environment, $"{ServiceOptions.Section}:Statute", $"{ServiceOptions.Section}:Deadline");
        var options = builder.Configuration.GetSection(ServiceOptions.Section).Get<ServiceOptions>() ?? new ServiceOptions();
        builder.ListenAt(options.PublicAddress, "Eid:Unternehmenskonto");
        builder.Services.AddOptions<ServiceOptions>().Bind(builder.Configuration.GetSection(ServiceOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<LegalOptions>().Bind(builder.Configuration.GetSection("Legal"));
        builder.Services.AddSingleton(TimeProvider.System);
        var keys = builder.Services.AddDataKeys(
            new KeyProtection(ServiceOptions.Section, options.KeyProtectionCertificatePath, options.KeyProtectionCertificatePassword), Plan.DataPath(builder), builder.Environment);
        builder.AddAuditFile(Plan.DataPath(builder));
        builder.AddObservability("employerreimbursement");
        AddClaims(builder);
        AddComponents(builder);
        AddPages(builder, options);
        server.Services?.Invoke(builder.Services);
        var application = builder.Build();
        application.Logger.LogInformation("{Keys}", keys);
        Use(application, options);
        return application;
    }

    private static void AddClaims(WebApplicationBuilder builder)
    {
        builder.Services.AddDbContextPool<ClaimDb>(db => db.UseSqlite($"Data Source={Path.Combine(Plan.DataPath(builder), "claims.db")};Default Timeout=30"));
        builder.Services.AddScoped<ClaimStore>().AddScoped<ClaimRights>().AddScoped<OfficeMail>().AddScoped<Upkeep>();
        builder.Services.AddHostedService<UpkeepWorker>();
    }

    private static void AddComponents(WebApplicationBuilder builder)
    {
        var components = builder.Configuration.GetSection("BaseComponents");
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => (cookie.Cookie.Name, cookie.Cookie.SameSite, cookie.SlidingExpiration) = ("erstattung-konto", SameSiteMode.Lax, false))
            .AddUnternehmenskonto(components.GetSection("Eid:Unternehmenskonto"));
        builder.Services.AddAuthorities(components.GetSection("Authorities")).AddHealth();
        builder.Services.AddSecureMail(components.GetSection("SecureMail")).AddEntityFrameworkOutbox<ClaimDb>().AddHealth();
        builder.Services.AddHealthChecks().AddEidHealth();
    }

    private static void AddPages(WebApplicationBuilder builder, ServiceOptions options)
    {
        builder.Services.AddRazorPages();
        builder.Services.AddAntiforgery(forms => forms.Cookie.Name = "erstattung-formular");
        builder.Services.AddSite(new SiteFrame("Erstattung für Arbeitgeber",
            ["Ort der Feuerwehr", "Anmelden und Angaben", "Zeiten und Beträge", "Bestätigung der Feuerwehr", "Zusammenfassung", "Eingang"]));
        builder.AddFormLimits(options.MaximumProofSize, options.FormsPerMinute);
    }

    private static void Use(WebApplication application, ServiceOptions options)
    {
        application.UseServicePages(options.MaximumProofSize);
        application.MapRazorPages();
        HealthPages.Map(application);
    }

    // The sample makes its tables itself; a service with data to keep over versions uses migrations.
    private static async Task PrepareAsync(WebApplication application, CancellationToken cancellationToken)
    {
        await using var scope = application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClaimDb>().Database.EnsureCreatedAsync(cancellationToken);
    }
}
