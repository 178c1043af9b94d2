using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>A service over TLS that says yes to everything, and whose clock is not ours.</summary>
internal sealed class ShiftedService : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2 _certificate;

    private ShiftedService(WebApplication application, X509Certificate2 certificate) => (_application, _certificate) = (application, certificate);

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public string AnchorPem => _certificate.ExportCertificatePem();

    public static async Task<ShiftedService> StartAsync(TimeSpan shift)
    {
        var certificate = X509CertificateLoader.LoadPkcs12(DoctorCertificates.Server().Export(X509ContentType.Pkcs12), password: null);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Run(context =>
        {
            context.Response.Headers.Date = (DateTimeOffset.UtcNow + shift).ToString("R", CultureInfo.InvariantCulture);
            return context.Response.WriteAsJsonAsync(new { status = "ok" });
        });
        await application.StartAsync();
        return new ShiftedService(application, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }
}
