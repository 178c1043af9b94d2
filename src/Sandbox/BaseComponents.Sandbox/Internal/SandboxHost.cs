using System.Net;
using BaseComponents.Sandbox.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Sandbox.Internal;

/// <summary>
/// The web host. It reads nothing of the host application: no appsettings.json, no environment variables, no command line, since the
/// Sandbox runs inside the client's process.
/// </summary>
internal static class SandboxHost
{
    public static WebApplication Build(SandboxContext context, IReadOnlyList<SandboxService> services)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "BaseComponents.Sandbox",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Sandbox",
        });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, context));
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = context.Ports.For);
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => Log(logging, context));
        builder.Services.AddSingleton(context);
        builder.Services.AddSingleton(context.Clock);
        // The first filter is the outermost: these stand before the services' own.
        builder.Services.AddSingleton<IStartupFilter>(new BrowserGuard([.. services.SelectMany(service => service.OpenToForms)]));
        builder.Services.AddSingleton<IStartupFilter>(new FormGate());
        builder.Services.AddSingleton<IHostLifetime>(new ShutdownRequest.OfTheProgramAround());
        foreach (var service in services)
            service.AddServices(builder.Services);

        var application = builder.Build();
        application.UseRouting();
        FrontPage.Map(application, context, services);
        foreach (var service in services)
            service.Map(application);
        return application;
    }

    private static void Log(ILoggingBuilder logging, SandboxContext context)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        context.Logging?.Invoke(logging);
        // At a finer level it writes whole answers into the log, with everything about the person.
        logging.AddFilter("OpenIddict", LogLevel.Warning);
    }

    private static void Listen(KestrelServerOptions kestrel, SandboxContext context)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        kestrel.Listen(IPAddress.Loopback, context.HttpPort);
        kestrel.Listen(IPAddress.Loopback, context.HttpsPort, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = context.Authority.ServerCertificate;
            // Each endpoint that wants a client certificate checks it itself: the others share this port.
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        }));
    }
}
