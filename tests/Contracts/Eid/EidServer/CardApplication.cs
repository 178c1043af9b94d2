using System.Net;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>A small municipal application on a real port, with the log-in by identity card. Its log is kept at the finest level.</summary>
internal sealed class CardApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private CardApplication(WebApplication application, Uri address, LogLines log) => (_application, Address, Log) = (application, address, log);

    public Uri Address { get; }

    public Uri Login => new(Address, "/login");

    public LogLines Log { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Who was logged in at the last visit of /me.</summary>
    public EidIdentity? Seen { get; private set; }

    public static async Task<CardApplication> StartAsync(IConfiguration configuration, TestTls? tls = null, IEidServerClient? eidServer = null, params (string Setting, string Value)[] changes)
    {
        var (port, log) = (PeerProcess.FreePort(), new LogLines());
        var address = tls is null ? new Uri($"http://localhost:{port}/") : new Uri($"https://127.0.0.1:{port}/");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration).AddInMemoryCollection(
            changes.Prepend(("PublicAddress", address.AbsoluteUri)).Prepend(("OutcomePath", "/ended")).Select(change => KeyValuePair.Create($"BaseComponents:Eid:EidServer:{change.Item1}", (string?)change.Item2)));
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => Secure(listen, tls?.Certificate)));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (eidServer is not null)
            builder.Services.AddKeyedSingleton(EidDefaults.EidServerScheme, eidServer);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "session")
            .AddEidServer(builder.Configuration.GetSection("BaseComponents:Eid:EidServer"));
        var application = builder.Build();
        var result = new CardApplication(application, address, log);
        application.MapGet("/ended", (HttpContext context) => $"outcome={context.Request.GetEidLoginOutcome()}");
        application.MapGet("/login", (int? level) => Results.Challenge(new AuthenticationProperties { RedirectUri = "/me" }.WithMinimumLevel((AssuranceLevel)(level ?? 0)), [EidDefaults.EidServerScheme]));
        application.MapGet("/me", (HttpContext context) =>
        {
            result.Seen = context.User.TryGetEidIdentity(out var identity) ? identity : null;
            return identity is null ? "nobody" : $"logged in: {identity.Level} {context.User.FulfilsMinimumAge()} {context.User.LivesInCommunity()}";
        });
        await application.StartAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void Secure(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listen, X509Certificate2? certificate)
    {
        if (certificate is not null)
            listen.UseHttps(certificate);
    }
}
