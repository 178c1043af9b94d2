using BaseComponents.Payments.Internal;
using BaseComponents.Payments.Internal.Epaybl;
using BaseComponents.Payments.Wire;
using BaseComponents.Payments.Wire.Epaybl;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Epaybl;

/// <summary>Lets payments run over ePayBL's own interfaces.</summary>
public static class EpayblPaymentsBuilderExtensions
{
    /// <summary>
    /// The registration talks to ePayBL (REST or SOAP, as the section says) instead of XBezahldienste; everything else stays as it is. Address, keys,
    /// certificate and credentials of <see cref="PaymentsOptions"/> are not read then. Preview.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="section">The settings, see <see cref="EpayblOptions"/>; usually <c>BaseComponents:Payments:Epaybl</c>.</param>
    public static PaymentsBuilder UseEpaybl(this PaymentsBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name;
        if (name.Length == 0)
            builder.Services.AddEpaybl(section);
        else
            builder.Services.AddEpaybl(name, section);
        builder.Services.RemoveAllKeyed<BackEnd>(name);
        builder.Services.AddKeyedSingleton(name, (services, _) => new BackEnd(
            Service(name, services), services.GetRequiredKeyedService<EpayblCertificates>(EpayblCertificates.KeyOf(name))));
        return builder;
    }

    private static IPaymentService Service(string name, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptionsMonitor<EpayblOptions>>();
        var client = services.GetRequiredKeyedService<IEpayblClient>(name);
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        return options.Get(name).Protocol is EpayblProtocol.Soap
            ? new EpayblSoapService(client, () => options.Get(name), clock)
            : new EpayblRestService(client, () => options.Get(name), clock);
    }
}
