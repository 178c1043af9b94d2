using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments.Internal;
using BaseComponents.Payments.Internal.Epaybl;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BaseComponents.Payments.Epaybl;

/// <summary>One registration of an ePayBL interface, to be completed.</summary>
public sealed class EpayblBuilder
{
    internal EpayblBuilder(IServiceCollection services, string name, IHttpClientBuilder httpClientBuilder)
    {
        Services = services;
        Name = name;
        HttpClientBuilder = httpClientBuilder;
    }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of the registration; empty for the unnamed one.</summary>
    public string Name { get; }

    /// <summary>The HTTP client towards the service, for handlers of your own.</summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>Takes the client certificate from code (hardware module, vault); asked at each new connection.</summary>
    public EpayblBuilder UseClientCertificate(Func<X509Certificate2> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        var key = EpayblCertificates.KeyOf(Name);
        Services.RemoveAllKeyed<ClientCertificateCallback>(key);
        Services.AddKeyedSingleton(key, new ClientCertificateCallback(get));
        return this;
    }
}
