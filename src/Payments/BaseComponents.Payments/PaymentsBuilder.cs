using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BaseComponents.Payments;

/// <summary>One registration of a payment service, to be completed.</summary>
public sealed class PaymentsBuilder
{
    internal PaymentsBuilder(IServiceCollection services, string name, IHttpClientBuilder httpClientBuilder)
    {
        Services = services;
        Name = name;
        HttpClientBuilder = httpClientBuilder;
    }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The name of the registration; empty for the unnamed one.</summary>
    public string Name { get; }

    /// <summary>
    /// The HTTP client towards the service, for handlers of your own. The framework's log of every request is off, since the package's own events say more
    /// of a payment; <c>AddDefaultLogger()</c> switches it on.
    /// </summary>
    public IHttpClientBuilder HttpClientBuilder { get; }

    /// <summary>Adds a handler of this registration's events; it is made anew for each event, in the scope of the store's database context.</summary>
    public PaymentsBuilder AddEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IPaymentEventHandler
    {
        Services.AddKeyedScoped<IPaymentEventHandler, THandler>(Name);
        return this;
    }

    /// <summary>Keeps the payments in a store of your own.</summary>
    public PaymentsBuilder UseStore(Func<IServiceProvider, IPaymentStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.RemoveAllKeyed<IPaymentStore>(Name);
        Services.AddKeyedSingleton(Name, (services, _) => create(services));
        return this;
    }

    /// <summary>Takes the client certificate from code (hardware module, vault); asked at each new connection.</summary>
    public PaymentsBuilder UseClientCertificate(Func<X509Certificate2> get)
    {
        ArgumentNullException.ThrowIfNull(get);
        Services.RemoveAllKeyed<ClientCertificateCallback>(Name);
        Services.AddKeyedSingleton(Name, new ClientCertificateCallback(get));
        return this;
    }
}
