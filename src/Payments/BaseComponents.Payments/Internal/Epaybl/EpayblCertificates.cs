using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>The client certificate of one registration, as the settings name it now.</summary>
internal sealed class EpayblCertificates(string name, IServiceProvider services) : IClientCertificates
{
    private readonly Lock _changing = new();
    private (EpayblOptions Options, CertificateSource Source)? _current;

    /// <summary>Apart from a payment service of the same name.</summary>
    public static string KeyOf(string name) => $"epaybl:{name}";

    public bool Exist => true;

    public X509Certificate2 Get() => ClientCertificateUse.Usable(Load(), services.GetService<TimeProvider>() ?? TimeProvider.System);

    public X509Certificate2 Load()
    {
        var settings = services.GetRequiredService<IOptionsMonitor<EpayblOptions>>().Get(name);
        lock (_changing)
        {
            if (_current is not { } current || !ReferenceEquals(current.Options, settings))
                _current = current = (settings, new CertificateSource(Source(settings)));
            return current.Source.Get();
        }
    }

    /// <summary>The part that the rules for certificates read.</summary>
    public static PaymentsOptions AsPayments(EpayblOptions settings) => new()
    {
        ClientCertificatePem = settings.ClientCertificatePem,
        ClientCertificateKeyPem = settings.ClientCertificateKeyPem,
        ClientCertificatePath = settings.ClientCertificatePath,
        ClientCertificatePassword = settings.ClientCertificatePassword,
        ClientCertificateThumbprint = settings.ClientCertificateThumbprint,
        TrustAnchorsPem = settings.TrustAnchorsPem,
    };

    private CertificateSettings Source(EpayblOptions settings) =>
        ClientCertificates.SettingsOf(AsPayments(settings)) with { Callback = services.GetKeyedService<ClientCertificateCallback>(KeyOf(name))?.Get };
}
