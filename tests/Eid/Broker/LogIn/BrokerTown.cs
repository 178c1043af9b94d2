using System.Globalization;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.Broker.LogIn;

/// <summary>A municipal application that logs in over the stub, with the real handler.</summary>
internal sealed class BrokerTown(WebApplication application) : IAsyncDisposable
{
    public const string Host = "http://localhost";

    public HttpClient Client => application.GetTestServer().CreateClient();

    public static async Task<BrokerTown> StartAsync(StubProvider provider, FakeTimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Broker:Environment"] = "Sandbox",
            ["Broker:Authority"] = provider.Address,
            ["Broker:TrustAnchorsPem"] = provider.TrustAnchorPem,
            // A thousand log-ins on a busy machine take longer than one may.
            ["Broker:RequestTimeout"] = "00:01:00",
            ["Broker:ClientId"] = "client",
            ["Broker:ClientSecret"] = "the-secret-of-the-client-0123456789abcdef",
            ["Broker:MinimumLevel"] = "High",
            ["Broker:OutcomePath"] = "/ended",
            ["Broker:Scopes:0"] = "profile",
        });
        builder.Logging.ClearProviders();
        if (clock is not null)
            builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "session")
            .AddEidBroker(builder.Configuration.GetSection("Broker"));
        var application = builder.Build();
        application.UseAuthentication();
        application.MapGet("/login", (string? returnUrl) => Results.Challenge(new AuthenticationProperties { RedirectUri = returnUrl ?? "/me" }, [EidDefaults.BrokerScheme]));
        application.MapGet("/me", (HttpContext context) => context.User.TryGetEidIdentity(out var who)
            ? string.Create(CultureInfo.InvariantCulture, $"{who.Person.GivenNames} {who.Person.FamilyName} {who.Level} {who.Pseudonym?.Value}")
            : "nobody");
        await application.StartAsync();
        return new BrokerTown(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
