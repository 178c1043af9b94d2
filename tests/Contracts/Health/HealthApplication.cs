using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.SecureMail;
using BaseComponents.Tests.Contracts.Eid;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Health;

/// <summary>A municipal application with all components on a real port, and its health checks on three addresses.</summary>
internal sealed class HealthApplication : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _folder;
    private readonly X509Certificate2 _keyOfKeys;

    private HealthApplication(WebApplication application, DirectoryInfo folder, X509Certificate2 keyOfKeys, LogLines log) =>
        (_application, _folder, _keyOfKeys, Log) = (application, folder, keyOfKeys, log);

    public LogLines Log { get; }

    private Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="sandbox">The settings of a Sandbox.</param>
    /// <param name="change">Breaks something, after everything was set up well.</param>
    public static async Task<HealthApplication> StartAsync(IConfiguration sandbox, Action<IServiceCollection>? change = null)
    {
        var (folder, keyOfKeys, log) = (Directory.CreateTempSubdirectory("health-"), KeyOfKeys(), new LogLines());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(sandbox).AddInMemoryCollection(Own());
        builder.WebHost.UseKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        AddComponents(builder, folder, keyOfKeys);
        change?.Invoke(builder.Services);
        var application = builder.Build();
        Map(application);
        await MakeTableAsync(folder);
        await application.StartAsync();
        return new HealthApplication(application, folder, keyOfKeys, log);
    }

    public async Task<HealthAnswer> GetAsync(string path = "/health")
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.GetAsync(path);
        return HealthAnswer.Read(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        _keyOfKeys.Dispose();
    }

    private static void AddComponents(WebApplicationBuilder builder, DirectoryInfo folder, X509Certificate2 keyOfKeys)
    {
        var (services, settings) = (builder.Services, builder.Configuration.GetSection("BaseComponents"));
        services.AddDataProtection().PersistKeysToFileSystem(folder.CreateSubdirectory("keys")).ProtectKeysWithCertificate(keyOfKeys);
        services.AddSingleton<IEidOneTimeStore>(new SqlOneTimeStore(() => new SqliteConnection(Once(folder))));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie()
            .AddBundId(settings.GetSection("Eid:BundId")).AddEidServer(settings.GetSection("Eid:EidServer")).AddEidBroker(settings.GetSection("Eid:Broker"));
        services.AddPayments(settings.GetSection("Payments")).AddEntityFrameworkStore(options => options.UseSqlite($"Data Source={Path.Combine(folder.FullName, "payments.db")}"));
        services.AddAuthorities("", settings.GetSection("Authorities")).AddHealth().AddPvog(settings.GetSection("Authorities:Pvog"));
        services.AddSecureMail(settings.GetSection("SecureMail")).Configure(static mail => mail.Recipients.Clear()).AddHealth();
        services.AddHealthChecks().AddEidHealth().AddPayments();
    }

    private static void Map(WebApplication application)
    {
        application.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteAsync });
        application.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync, Predicate = static check => check.Tags.Contains("local") || check.Tags.Contains("application") });
        application.MapHealthChecks("/health/live", new HealthCheckOptions { ResponseWriter = WriteAsync, Predicate = static _ => false });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var entries = report.Entries.ToDictionary(static entry => entry.Key, static entry => new
        {
            status = entry.Value.Status.ToString(),
            said = entry.Value.Description,
            findings = entry.Value.Data.GetValueOrDefault("findings"),
        });
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status.ToString(), entries }));
    }

    private static Dictionary<string, string?> Own()
    {
        var own = new Dictionary<string, string?>
        {
            ["BaseComponents:Eid:BundId:Attributes:0:Attribute"] = "FamilyName",
            ["BaseComponents:Eid:BundId:Attributes:0:Purpose"] = "Anrede",
            ["BaseComponents:Eid:EidServer:RequiredAttributes:0"] = "FamilyNames",
        };
        foreach (var log in new[] { "BundId", "EidServer", "Broker" })
            (own[$"BaseComponents:Eid:{log}:PublicAddress"], own[$"BaseComponents:Eid:{log}:OutcomePath"]) = ("http://localhost:5000", "/ended");
        return own;
    }

    private static string Once(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "once.db")}";

    private static async Task MakeTableAsync(DirectoryInfo folder)
    {
        await using var connection = new SqliteConnection(Once(folder));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = SqlOneTimeStore.CreateTable;
        await command.ExecuteNonQueryAsync();
    }

    private static X509Certificate2 KeyOfKeys()
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return certificate;
    }
}
