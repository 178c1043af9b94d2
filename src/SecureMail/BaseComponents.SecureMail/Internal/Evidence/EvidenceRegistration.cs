using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>The services of one sender's time stamps. They are there with the outbox, and do nothing until a service is configured.</summary>
internal static class EvidenceRegistration
{
    public static void Add(IServiceCollection services, string name, Func<IServiceProvider, IMailEvidenceStore> store)
    {
        services.RemoveAllKeyed<IMailEvidenceStore>(name);
        services.AddKeyedSingleton(name, (provider, _) => store(provider));
        if (!services.Any(service => service.ServiceType == typeof(SecureMailEvidence) && Equals(service.ServiceKey, name)))
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<EvidenceService>(provider, provider.GetRequiredKeyedService<SecureMailEvidence>(name)));
        services.TryAddKeyedSingleton(name, (provider, _) => ActivatorUtilities.CreateInstance<SecureMailEvidence>(
            provider, name, provider.GetRequiredKeyedService<MailSettingsSource>(name), provider.GetRequiredKeyedService<IMailOutboxStore>(name), provider.GetRequiredKeyedService<IMailEvidenceStore>(name)));
        services.TryAddKeyedSingleton<ISecureMailEvidence>(name, (provider, _) => provider.GetRequiredKeyedService<SecureMailEvidence>(name));
        if (name == Options.DefaultName)
            services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ISecureMailEvidence>(name));
    }
}
