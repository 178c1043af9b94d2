using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
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

/// <summary>A browser at one application: keeps cookies, follows nothing by itself.</summary>
internal sealed partial class SamlBrowser(SamlApplication application)
{
    private readonly HttpClient _client = application.Client;

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public List<string> CookieLines { get; } = [];

    public HttpResponseMessage Last { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public string? Location => Last.Headers.Location?.OriginalString;

    /// <summary>The request that the page posts, and what goes along with it.</summary>
    public (XmlElement Request, string RelayState) Sent()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Encoding.UTF8.GetString(Convert.FromBase64String(Field("SAMLRequest"))));
        return (document.DocumentElement!, Field("RelayState"));
    }

    public Task GoAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, SamlApplication.Host + path));

    public Task PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, SamlApplication.Host + path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Begins a log-in; what the identity provider then has to answer.</summary>
    public async Task<(string RequestId, string RelayState)> BeginAsync(string path = "/login")
    {
        await GoAsync(path);
        var (request, relayState) = Sent();
        return (request.GetAttribute("ID"), relayState);
    }

    public Task AnswerAsync(XmlDocument answer, string relayState) =>
        PostAsync("/signin-bundid", ("SAMLResponse", Convert.ToBase64String(Encoding.UTF8.GetBytes(answer.OuterXml))), ("RelayState", relayState));

    public async Task SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        Last = await _client.SendAsync(request);
        Text = await Last.Content.ReadAsStringAsync();
        if (!Last.Headers.TryGetValues("Set-Cookie", out var lines))
            return;
        foreach (var line in lines)
            Keep(line);
    }

    private void Keep(string line)
    {
        CookieLines.Add(line);
        var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..line.IndexOf(';', StringComparison.Ordinal)]);
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }

    private string Field(string name) => WebUtility.HtmlDecode(Regex.Match(Text, $"""name="{name}" value="([^"]*)" """.TrimEnd()).Groups[1].Value);
}
