using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Internal.Evidence;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using BaseComponents.Shared.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>The services of one sender's outbox; those of two senders share nothing but the code.</summary>
internal static class OutboxRegistration
{
    public static void Add(IServiceCollection services, string name, Func<IServiceProvider, IMailOutboxStore> store, Func<IServiceProvider, IMailOutboxWriter> writer)
    {
        services.RemoveAllKeyed<IMailOutboxStore>(name).RemoveAllKeyed<IMailOutboxWriter>(name);
        services.AddKeyedSingleton(name, (provider, _) => store(provider));
        services.AddKeyedScoped(name, (provider, _) => writer(provider));
        services.TryAddKeyedSingleton(name, (_, _) => new RememberedCauses());
        services.TryAddKeyedScoped<ISecureMailOutbox>(name, (provider, _) => Make<SecureMailOutbox>(
            provider, name, Settings(provider, name), provider.GetRequiredKeyedService<IMailOutboxWriter>(name), Audit(provider, name), Causes(provider, name)));
        services.TryAddKeyedSingleton(name, (provider, _) => new OutboxRetention(name, Settings(provider, name), Store(provider, name), provider.GetKeyedService<IMailEvidenceStore>(name), Audit(provider, name), provider.GetRequiredService<TimeProvider>()));
        services.TryAddKeyedSingleton<ISecureMailOutboxOperations>(name, (provider, _) => Make<OutboxOperations>(provider, name, Store(provider, name), provider.GetRequiredKeyedService<OutboxRetention>(name), Audit(provider, name)));
        services.TryAddKeyedSingleton<ISecureMailReports>(name, (provider, _) => Make<OutboxReports>(provider, name, Store(provider, name), Orders(provider, name), Audit(provider, name)));
        if (!services.Any(service => service.ServiceType == typeof(OutboxWorker) && Equals(service.ServiceKey, name)))
            services.AddSingleton<IHostedService>(provider => Make<OutboxService>(provider, provider.GetRequiredKeyedService<OutboxWorker>(name), provider.GetRequiredKeyedService<OutboxRetention>(name)));
        services.TryAddKeyedSingleton(name, (provider, _) => Make<OutboxWorker>(provider, name, Settings(provider, name), Store(provider, name), Audit(provider, name), Causes(provider, name)));
        services.TryAddKeyedSingleton<ISecureMailOutboxWorker>(name, (provider, _) => provider.GetRequiredKeyedService<OutboxWorker>(name));
        if (name == Options.DefaultName)
            AddUnnamed(services, name);
    }

    private static void AddUnnamed(IServiceCollection services, string name)
    {
        services.TryAddScoped(provider => provider.GetRequiredKeyedService<ISecureMailOutbox>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ISecureMailOutboxOperations>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ISecureMailOutboxWorker>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<ISecureMailReports>(name));
    }

    private static MailSettingsSource Settings(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<MailSettingsSource>(name);

    private static AuditLog Audit(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<AuditLog>(name);

    private static RememberedCauses Causes(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<RememberedCauses>(name);

    private static EvidenceOrders Orders(IServiceProvider provider, string name) =>
        new(name, Settings(provider, name), provider.GetKeyedService<IMailEvidenceStore>(name), provider.GetRequiredService<TimeProvider>());

    private static IMailOutboxStore Store(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<IMailOutboxStore>(name);

    private static T Make<T>(IServiceProvider provider, params object[] parts) => ActivatorUtilities.CreateInstance<T>(provider, parts);
}
