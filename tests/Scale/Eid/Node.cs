using System.Net;
using System.Text.Json;
using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.Redis;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>One node of a municipal application in a process of its own: takes its settings from the first line of its input and ends with it.</summary>
internal static class Node
{
    public static async Task<int> RunAsync()
    {
        var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>((await Console.In.ReadLineAsync())!)!;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(settings["Node:Port"]!, System.Globalization.CultureInfo.InvariantCulture)));
        builder.Services.AddDataProtection().SetApplicationName("town").PersistKeysToFileSystem(new DirectoryInfo(settings["Node:Keys"]!));
        AddStore(builder.Services, builder.Configuration);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.Cookie.Name = "session")
            .AddBundId(builder.Configuration.GetSection("BaseComponents:Eid:BundId"));
        await using var application = builder.Build();
        application.MapGet("/login", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/me" }, [EidDefaults.BundIdScheme]));
        application.MapGet("/me", (HttpContext context) => context.User.TryGetEidIdentity(out var who) ? $"logged in: {who.Level}" : "nobody");
        application.MapGet("/ended", (HttpRequest request) => $"outcome={request.GetEidLoginOutcome()}");
        await application.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        // The parent closes the input, or dies, which closes it as well.
        await Console.In.ReadToEndAsync();
        await application.StopAsync();
        return 0;
    }

    private static void AddStore(IServiceCollection services, ConfigurationManager settings)
    {
        if (settings["Node:Redis:Configuration"] is not null)
            services.AddEidRedisStore(settings.GetSection("Node:Redis"));
        else if (settings["Node:PostgreSql"] is { } database)
            services.AddSingleton<IEidOneTimeStore>(new SqlOneTimeStore(() => new NpgsqlConnection(database)));
        else if (settings["Node:Careless"] is { } shared)
            services.AddSingleton<IEidOneTimeStore>(new CarelessStore(() => new NpgsqlConnection(shared)));
    }
}
