using System.Security.Cryptography.X509Certificates;
using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>The caller's own source of the client certificate.</summary>
internal sealed record ClientCertificateCallback(Func<X509Certificate2> Get);

/// <summary>The client certificate of one registration, as the settings name it now.</summary>
internal sealed class ClientCertificates(string tenant, IServiceProvider services, IOptionsMonitor<PaymentsOptions> options, TimeProvider clock) : IClientCertificates
{
    private readonly Lock _changing = new();
    private (PaymentsOptions Options, CertificateSource Source)? _current;

    public bool Exist => services.GetKeyedService<ClientCertificateCallback>(tenant) is not null || AreNamed(options.Get(tenant));

    public X509Certificate2 Get() => ClientCertificateUse.Usable(Load(), clock);

    public X509Certificate2 Load()
    {
        var settings = options.Get(tenant);
        lock (_changing)
        {
            if (_current is not { } current || !ReferenceEquals(current.Options, settings))
                _current = current = (settings, new CertificateSource(SettingsOf(settings) with { Callback = services.GetKeyedService<ClientCertificateCallback>(tenant)?.Get }));
            return current.Source.Get();
        }
    }

    /// <summary>Whether the settings name a place at all; with OAuth 2.0 and Basic they need not.</summary>
    public static bool AreNamed(PaymentsOptions settings) =>
        new[] { settings.ClientCertificatePem, settings.ClientCertificatePath, settings.ClientCertificateThumbprint }.Any(static place => !string.IsNullOrWhiteSpace(place));

    public static CertificateSettings SettingsOf(PaymentsOptions settings) => new()
    {
        Pem = settings.ClientCertificatePem,
        KeyPem = settings.ClientCertificateKeyPem,
        Path = settings.ClientCertificatePath,
        Password = settings.ClientCertificatePassword,
        Thumbprint = settings.ClientCertificateThumbprint,
    };
}
