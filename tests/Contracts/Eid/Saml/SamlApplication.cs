using System.Net;
using System.Net.Sockets;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>A small municipal application on a real port, logging in over BundID and Mein Unternehmenskonto. Its log is kept at the finest level.</summary>
internal sealed class SamlApplication : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SamlApplication(WebApplication application, Uri address, LogLines log) => (_application, Address, Log) = (application, address, log);

    public Uri Address { get; }

    public LogLines Log { get; }

    /// <summary>Who was logged in at the last visit of /me.</summary>
    public EidIdentity? Seen { get; private set; }

    public static async Task<SamlApplication> StartAsync(IConfiguration sandbox, params (string Setting, string Value)[] changes)
    {
        var (port, log) = (FreePort(), new LogLines());
        var address = new Uri($"http://localhost:{port}/");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(sandbox).AddInMemoryCollection(Settings(address)).AddInMemoryCollection(changes.Select(change => KeyValuePair.Create($"BaseComponents:Eid:{change.Setting}", (string?)change.Value)));
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "session")
            .AddBundId(builder.Configuration.GetSection("BaseComponents:Eid:BundId"))
            .AddUnternehmenskonto(builder.Configuration.GetSection("BaseComponents:Eid:Unternehmenskonto"));
        var application = builder.Build();
        var result = new SamlApplication(application, address, log);
        application.MapGet("/ended", (HttpContext context) => $"outcome={context.Request.GetEidLoginOutcome()}");
        application.MapGet("/login/{scheme}", (string scheme) => Results.Challenge(new AuthenticationProperties { RedirectUri = "/me" }, [scheme]));
        application.MapGet("/me", (HttpContext context) =>
        {
            result.Seen = context.User.TryGetEidIdentity(out var identity) ? identity : null;
            return identity is null ? "nobody" : $"logged in: {identity.Level}";
        });
        await application.StartAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(Uri address)
    {
        EidAttribute[] attributes =
        [
            EidAttribute.GivenNames, EidAttribute.FamilyName, EidAttribute.BirthName, EidAttribute.AcademicTitle, EidAttribute.DateOfBirth, EidAttribute.PlaceOfBirth,
            EidAttribute.Nationality, EidAttribute.Address, EidAttribute.MailAddress, EidAttribute.Mailbox, EidAttribute.Pseudonym,
        ];
        var settings = new Dictionary<string, string?>();
        foreach (var section in new[] { "BundId", "Unternehmenskonto" })
        {
            settings[$"BaseComponents:Eid:{section}:PublicAddress"] = address.AbsoluteUri;
            settings[$"BaseComponents:Eid:{section}:OutcomePath"] = "/ended";
        }

        foreach (var (index, attribute) in attributes.Index())
        {
            settings[$"BaseComponents:Eid:BundId:Attributes:{index}:Attribute"] = attribute.ToString();
            settings[$"BaseComponents:Eid:BundId:Attributes:{index}:Purpose"] = "test";
            settings[$"BaseComponents:Eid:BundId:Attributes:{index}:Required"] = attribute is EidAttribute.GivenNames or EidAttribute.FamilyName ? "true" : "false";
        }

        return settings;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
