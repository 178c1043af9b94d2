using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
#if (HasLogin)
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication.Cookies;
#endif
#if (Payment)
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
#endif
#if (Lookup)
using BaseComponents.Authorities;
#endif
#if (Mail)
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.EntityFrameworkCore;
#endif

namespace BaseService;

/// <summary>Puts the service together.</summary>
public static class ServiceHost
{
    /// <param name="args">Settings of the command line.</param>
    /// <param name="configure">What a test changes before the service is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(ServiceHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Environment.IsDevelopment())
            builder.Configuration.AddJsonFile(Path.GetFullPath("sandbox.json"), optional: true);
        configure?.Invoke(builder);
        var service = builder.Configuration.GetSection("Service").Get<ServiceOptions>() ?? new ServiceOptions();
        builder.Services.AddOptions<ServiceOptions>().Bind(builder.Configuration.GetSection("Service")).ValidateDataAnnotations().ValidateOnStart();
        AddData(builder, service);
        AddComponents(builder, service);
        builder.AddObservability();
        ServiceHealth.Add(builder.Services);
        builder.Services.AddRouting(routes => routes.LowercaseUrls = true);
        builder.Services.AddRazorPages();
        // By default it goes over http too, also where it was set over https.
        builder.Services.AddAntiforgery(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        var application = builder.Build();
        Use(application);
        return application;
    }

    private static void AddData(WebApplicationBuilder builder, ServiceOptions service)
    {
        var folder = Directory.CreateDirectory(Path.Combine(builder.Environment.ContentRootPath, service.DataPath));
        builder.Services.AddDbContextPool<ServiceDb>(db => db.UseSqlite($"Data Source={Path.Combine(folder.FullName, "service.db")};Default Timeout=30"));
        builder.Services.AddScoped<ApplicationStore>();
        builder.Services.AddSingleton(TimeProvider.System);
        var keys = builder.Services.AddDataProtection().SetApplicationName("BaseService").PersistKeysToFileSystem(folder.CreateSubdirectory("keys"));
        if (service.KeyCertificatePath is { } path)
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, service.KeyCertificatePassword));
        else if (!builder.Environment.IsDevelopment())
            throw new InvalidOperationException("Applications are sealed with keys that would lie on the disk unencrypted. Name a certificate in Service:KeyCertificatePath.");
    }

    private static void AddComponents(WebApplicationBuilder builder, ServiceOptions service)
    {
        var components = builder.Configuration.GetSection("BaseComponents");
        builder.Configuration.AddInMemoryCollection(
        [
            new("BaseComponents:Payments:PublicAddress", service.PublicAddress?.AbsoluteUri),
            new("BaseComponents:Eid:BundId:PublicAddress", service.PublicAddress?.AbsoluteUri),
        ]);
#if (HasLogin)
        builder.Services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
#if (BundId)
                options.DefaultChallengeScheme = EidDefaults.BundIdScheme;
#endif
#if (Broker)
                options.DefaultChallengeScheme = EidDefaults.BrokerScheme;
#endif
            })
            .AddCookie()
#if (BundId)
            .AddBundId(components.GetSection("Eid:BundId"));
#endif
#if (Broker)
            .AddEidBroker(components.GetSection("Eid:Broker"));
#endif
        builder.Services.AddAuthorization();
#endif
#if (Payment)
        builder.Services.AddPayments(components.GetSection("Payments")).AddEntityFrameworkStore<ServiceDb>().AddReturnPage().AddEventHandler<SubmitWhenPaid>();
#endif
#if (Lookup)
        builder.Services.AddAuthorities(components.GetSection("Authorities")).AddHealth();
#endif
#if (Mail)
        builder.Services.AddSecureMail(components.GetSection("SecureMail")).AddEntityFrameworkOutbox<ServiceDb>().AddHealth();
        builder.Services.AddScoped<OfficeMail>();
        builder.Services.AddHostedService<SubmissionWorker>();
#endif
    }

    private static void Use(WebApplication application)
    {
        using (var scope = application.Services.CreateScope())
            scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.EnsureCreated();
        application.UseExceptionHandler("/fehler");
        application.Use(SecurityHeaders.AddAsync);
        application.UseStaticFiles();
        application.UseRouting();
#if (HasLogin)
        application.UseAuthentication();
        application.UseAuthorization();
#endif
        application.MapRazorPages();
        ServiceHealth.Map(application);
#if (Payment)
        // The page of the application says what the payment service says; here the browser is only led to it.
        application.MapPaymentReturn("/zahlung", (payment, context, cancellationToken) => Task.FromResult(Results.Redirect("/stand")));
#endif
    }
}
