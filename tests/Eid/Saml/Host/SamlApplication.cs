using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
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

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>A municipal application with a log-in over SAML, in memory; the test is browser and identity provider.</summary>
internal sealed class SamlApplication : IAsyncDisposable
{
    public const string Host = "https://hundesteuer.beispielstadt.example";

    private readonly WebApplication _application;

    private SamlApplication(WebApplication application, FakeTimeProvider clock, List<string> log) => (_application, Clock, Log) = (application, clock, log);

    public FakeTimeProvider Clock { get; }

    public List<string> Log { get; }

    public IServiceProvider Services => _application.Services;

    public TestServer Server => _application.GetTestServer();

    public HttpClient Client => _application.GetTestServer().CreateClient();

    public static Dictionary<string, string?> Settings(string section = "BundId") => new()
    {
        [$"{section}:Environment"] = "Sandbox",
        [$"{section}:EntityId"] = Parties.EntityId,
        [$"{section}:PublicAddress"] = Host,
        [$"{section}:OutcomePath"] = "/ended",
        [$"{section}:MinimumLevel"] = "Substantial",
        [$"{section}:IdentityProvider:EntityId"] = Parties.IdentityProviderId,
        [$"{section}:IdentityProvider:PostAddress"] = "https://idp.example/sso",
        [$"{section}:IdentityProvider:RedirectAddress"] = "https://idp.example/sso",
        [$"{section}:IdentityProvider:CertificatesPem"] = Parties.IdentityProvider.ExportCertificatePem(),
        [$"{section}:SigningCertificate:Pem"] = Pem(Parties.ServiceProvider.SigningCertificate),
        [$"{section}:DecryptionCertificates:0:Pem"] = Pem(Parties.Encryption),
        [$"{section}:OnlineServiceId"] = "BMI-0000",
        [$"{section}:OrganisationDisplayName"] = "Beispielstadt",
        [$"{section}:Attributes:0:Attribute"] = "GivenNames",
        [$"{section}:Attributes:0:Purpose"] = "Anrede im Bescheid",
        [$"{section}:Attributes:1:Attribute"] = "FamilyName",
        [$"{section}:Attributes:1:Required"] = "true",
        [$"{section}:Attributes:1:Purpose"] = "Bescheid",
        [$"{section}:Attributes:2:Attribute"] = "Pseudonym",
        [$"{section}:Attributes:2:Purpose"] = "Wiedererkennung",
    };

    public static async Task<SamlApplication> StartAsync(Dictionary<string, string?>? settings = null, IEidOneTimeStore? store = null, IDataProtectionProvider? keys = null, string scheme = EidDefaults.BundIdScheme, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings ?? Settings());
        var (clock, log) = (new FakeTimeProvider(Parties.Now), new List<string>());
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(log));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (keys is not null)
            builder.Services.AddSingleton(keys);
        if (store is not null)
            builder.Services.AddSingleton(store);
        builder.Services.Configure<MemoryDistributedCacheOptions>(options => options.Clock = new CacheClock(clock));
        services?.Invoke(builder.Services);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "session")
            .AddBundId(scheme, builder.Configuration.GetSection("BundId"));
        var application = builder.Build();
        application.UseAuthentication();
        application.MapGet("/login", (string? returnUrl, int? level) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = returnUrl ?? "/me" }.WithMinimumLevel((AssuranceLevel)(level ?? 0)), [scheme]));
        application.MapGet("/me", (HttpContext context) => context.User.TryGetEidIdentity(out var who) ? $"{who.Person.GivenNames} {who.Person.FamilyName} {who.Level} {who.Pseudonym?.Value}" : "nobody");
        application.MapGet("/logout", async (HttpContext context) => await context.SignOutAsync());
        application.MapGet("/ended", (HttpRequest request) => $"{request.GetEidLoginOutcome()}");
        await application.StartAsync();
        return new SamlApplication(application, clock, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static string Pem(X509Certificate2 certificate) => $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}";

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
