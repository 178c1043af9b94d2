using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>The caller's own source of the client certificate.</summary>
internal sealed record ClientCertificateCallback(Func<X509Certificate2> Get);

/// <summary>The client certificate of one registration, as the settings name it now.</summary>
internal sealed class ClientCertificates(string tenant, IServiceProvider services, IOptionsMonitor<PaymentsOptions> options)
{
    private readonly Lock _changing = new();
    private (PaymentsOptions Options, CertificateSource Source)? _current;

    public X509Certificate2 Get()
    {
        var settings = options.Get(tenant);
        lock (_changing)
        {
            if (_current is not { } current || !ReferenceEquals(current.Options, settings))
                _current = current = (settings, new CertificateSource(SettingsOf(settings) with { Callback = services.GetKeyedService<ClientCertificateCallback>(tenant)?.Get }));
            return current.Source.Get();
        }
    }

    public static CertificateSettings SettingsOf(PaymentsOptions settings) => new()
    {
        Pem = settings.ClientCertificatePem,
        KeyPem = settings.ClientCertificateKeyPem,
        Path = settings.ClientCertificatePath,
        Password = settings.ClientCertificatePassword,
        Thumbprint = settings.ClientCertificateThumbprint,
    };
}
