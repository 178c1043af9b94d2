using System.Globalization;
using System.Net;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>A small municipal application on a real port, logging in over a broker. Its log is kept at the finest level.</summary>
internal sealed class BrokerApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private BrokerApplication(WebApplication application, LogLines log)
    {
        _application = application;
        Log = log;
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        // Applications live on "localhost", the state's pages on 127.0.0.1: another site, as in the real world.
        Address = new Uri(address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    public Uri Address { get; }

    public LogLines Log { get; }

    public Uri Login => new(Address, "/login");

    /// <summary>Who was logged in at the last visit of /me.</summary>
    public EidIdentity? Seen { get; private set; }

    public static async Task<BrokerApplication> StartAsync(IConfiguration configuration, IDictionary<string, string?>? changes = null, Action<IServiceCollection>? services = null, int port = 0, TestTls? https = null)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("BaseComponents:Eid:Broker:OutcomePath", (string?)"/ended")])
            .AddConfiguration(configuration).AddInMemoryCollection(changes ?? new Dictionary<string, string?>());
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            if (https is not null)
                listen.UseHttps(https.Certificate);
        }));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "session")
            .AddEidBroker(builder.Configuration.GetSection("BaseComponents:Eid:Broker"));
        builder.Services.AddAuthorizationBuilder().AddPolicy("high", policy => policy.RequireAssurance(AssuranceLevel.High));
        // Keys of this test only, and no key files in anybody's home.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(builder.Services);
        var application = builder.Build();
        BrokerApplication? result = null;
        Map(application, identity => result!.Seen = identity);
        await application.StartAsync();
        return result = new BrokerApplication(application, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void Map(WebApplication application, Action<EidIdentity?> see)
    {
        application.MapGet("/", () => "start");
        application.MapGet("/ended", (HttpContext context) => $"outcome={context.Request.GetEidLoginOutcome()} returnUrl={context.Request.Query["returnUrl"]}");
        application.MapGet("/login", (string? returnUrl, AssuranceLevel? level) =>
            Results.Challenge(new AuthenticationProperties { RedirectUri = returnUrl ?? "/me" }.WithMinimumLevel(level ?? AssuranceLevel.Unknown), [EidDefaults.BrokerScheme]));
        application.MapGet("/me", (HttpContext context) =>
        {
            see(context.User.TryGetEidIdentity(out var identity) ? identity : null);
            return identity is null ? "nobody" : $"logged in: {identity.Level}";
        });
        application.MapGet("/claims", (HttpContext context) => string.Join('\n', context.User.Claims.Select(claim => string.Create(CultureInfo.InvariantCulture, $"{claim.Type}={claim.Value}"))));
        application.MapGet("/demanding", () => "never").RequireAuthorization(policy => policy.AddAuthenticationSchemes(EidDefaults.BrokerScheme).RequireAuthenticatedUser());
        application.MapGet("/high", () => "high").RequireAuthorization("high");
    }
}
