using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Scale.Eid.Tenants;

/// <summary>An application that serves some towns, with Data Protection keys, a store and a cache of sessions that it shares with others.</summary>
internal sealed class TenantHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TenantHost(WebApplication application, IReadOnlyList<Tenant> tenants) => (_application, Tenants) = (application, tenants);

    public IReadOnlyList<Tenant> Tenants { get; }

    public HttpClient Client => _application.GetTestServer().CreateClient();

    public static async Task<TenantHost> StartAsync(IReadOnlyList<Tenant> tenants, IEidOneTimeStore store, IDataProtectionProvider keys, IDistributedCache sessions)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Parties.Now)).AddSingleton(keys).AddSingleton(store).AddSingleton(sessions);
        var authentication = builder.Services.AddAuthentication();
        foreach (var tenant in tenants)
        {
            builder.Configuration.AddInMemoryCollection(Settings(tenant));
            authentication.AddCookie(SessionScheme(tenant), cookie => cookie.Cookie.Name = SessionCookie(tenant));
            if (tenant.IsForCompanies)
                authentication.AddUnternehmenskonto(tenant.Scheme, builder.Configuration.GetSection($"Towns:{tenant.Number}"));
            else
                authentication.AddBundId(tenant.Scheme, builder.Configuration.GetSection($"Towns:{tenant.Number}"));
        }

        var application = builder.Build();
        application.MapGet("/login/{scheme}", (string scheme) => Results.Challenge(new AuthenticationProperties { RedirectUri = "/me" }, [scheme]));
        application.MapGet("/me/{scheme}", async (HttpContext context, string scheme) =>
            (await context.AuthenticateAsync($"sessions-{scheme}")).Principal is { } user && user.TryGetEidIdentity(out _) ? "somebody" : "nobody");
        await application.StartAsync();
        return new TenantHost(application, tenants);
    }

    public static string SessionCookie(Tenant tenant) => $"session.{tenant.Scheme}";

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static string SessionScheme(Tenant tenant) => $"sessions-{tenant.Scheme}";

    private static Dictionary<string, string?> Settings(Tenant tenant) => new Dictionary<string, string?>
    {
        ["Environment"] = "Sandbox",
        ["EntityId"] = tenant.EntityId,
        ["PublicAddress"] = tenant.Host,
        ["OutcomePath"] = "/ended",
        ["MinimumLevel"] = "Substantial",
        ["SignInScheme"] = SessionScheme(tenant),
        ["IdentityProvider:EntityId"] = Parties.IdentityProviderId,
        ["IdentityProvider:PostAddress"] = "https://idp.example/sso",
        ["IdentityProvider:CertificatesPem"] = Parties.IdentityProvider.ExportCertificatePem(),
        ["SigningCertificate:Pem"] = Pem(tenant.Signing),
        ["DecryptionCertificates:0:Pem"] = Pem(tenant.Decryption),
        ["OnlineServiceId"] = "BMI-0000",
        ["OrganisationDisplayName"] = $"Town {tenant.Number}",
        ["Attributes:0:Attribute"] = "FamilyName",
        ["Attributes:0:Purpose"] = "test",
    }.ToDictionary(setting => $"Towns:{tenant.Number}:{setting.Key}", setting => setting.Value);

    private static string Pem(X509Certificate2 certificate) => $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}";
}
