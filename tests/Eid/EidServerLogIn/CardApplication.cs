using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.EidServer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>A municipal application with the log-in by identity card, in memory; the test is browser, AusweisApp and eID-Server.</summary>
internal sealed class CardApplication : IAsyncDisposable
{
    public const string Host = "https://hundesteuer.beispielstadt.example";
    public static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<(string Own, string Server)> Certificates = new(static () => (Pem("CN=hundesteuer"), Pem("CN=eid-server", withKey: false)));

    private readonly WebApplication _application;

    private CardApplication(WebApplication application, FakeEidServer eidServer, FakeTimeProvider clock, List<string> log) => (_application, EidServer, Clock, Log) = (application, eidServer, clock, log);

    public FakeEidServer EidServer { get; }

    public FakeTimeProvider Clock { get; }

    public List<string> Log { get; }

    public IServiceProvider Services => _application.Services;

    public HttpClient Client => _application.GetTestServer().CreateClient();

    public static Dictionary<string, string?> Settings(string section = "Card") => new()
    {
        [$"{section}:Environment"] = "Sandbox",
        [$"{section}:PublicAddress"] = Host,
        [$"{section}:Address"] = "https://eid-server.example/soap",
        [$"{section}:TlsCertificate:Pem"] = Certificates.Value.Own,
        [$"{section}:SigningCertificate:Pem"] = Certificates.Value.Own,
        [$"{section}:ServerCertificatesPem"] = Certificates.Value.Server,
        [$"{section}:RequiredAttributes:0"] = "GivenNames",
        [$"{section}:RequiredAttributes:1"] = "FamilyNames",
        [$"{section}:OptionalAttributes:0"] = "RestrictedID",
        [$"{section}:MinimumLevel"] = "Substantial",
        [$"{section}:OutcomePath"] = "/ended",
    };

    public static async Task<CardApplication> StartAsync(
        Dictionary<string, string?>? settings = null,
        FakeEidServer? eidServer = null,
        IEidOneTimeStore? store = null,
        IDataProtectionProvider? keys = null,
        string scheme = EidDefaults.EidServerScheme,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? pages = null,
        FakeTimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings ?? Settings());
        (clock, eidServer) = (clock ?? new FakeTimeProvider(Now), eidServer ?? new FakeEidServer());
        var log = new List<string>();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(log));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (keys is not null)
            builder.Services.AddSingleton(keys);
        if (store is not null)
            builder.Services.AddSingleton(store);
        builder.Services.Configure<MemoryDistributedCacheOptions>(options => options.Clock = new CacheClock(clock));
        builder.Services.AddKeyedSingleton<IEidServerClient>(scheme, eidServer);
        builder.Services.AddAuthorizationBuilder().AddPolicy("high", policy => policy.RequireAssurance(AssuranceLevel.High));
        services?.Invoke(builder.Services);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => (cookie.Cookie.Name, cookie.LoginPath) = ("session", "/login"))
            .AddEidServer(scheme, builder.Configuration.GetSection("Card"));
        var application = builder.Build();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapGet("/login", (string? returnUrl, int? level, string? phone) => Results.Challenge(Demand(returnUrl ?? "/me", level ?? 0, phone), [scheme]));
        application.MapGet("/me", (HttpContext context) => context.User.TryGetEidIdentity(out var who)
            ? $"{who.Person.GivenNames} {who.Person.FamilyName} {who.Level} {who.Method} {context.User.FulfilsMinimumAge()?.ToString() ?? "-"} {context.User.LivesInCommunity()?.ToString() ?? "-"}"
            : "nobody");
        application.MapGet("/high", () => "high").RequireAuthorization("high");
        application.MapGet("/ended", (HttpRequest request) => $"{request.GetEidLoginOutcome()}");
        pages?.Invoke(application);
        await application.StartAsync();
        return new CardApplication(application, eidServer, clock, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    public static string Pem(string subject, bool withKey = true, int bits = 2048)
    {
        using var key = RSA.Create(bits);
        using var certificate = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now.AddYears(-1), Now.AddYears(2));
        return certificate.ExportCertificatePem() + (withKey ? "\n" + key.ExportPkcs8PrivateKeyPem() : "");
    }

    private static AuthenticationProperties Demand(string returnUrl, int level, string? phone)
    {
        var properties = new AuthenticationProperties { RedirectUri = returnUrl }.WithMinimumLevel((AssuranceLevel)level);
        return phone is null ? properties : properties.WithOtherDeviceReturn(phone);
    }

    private sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }

    private sealed class Lines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {eventId.Id} {formatter(state, exception)} {exception}"));
        }

        public void Dispose()
        {
        }
    }
}
