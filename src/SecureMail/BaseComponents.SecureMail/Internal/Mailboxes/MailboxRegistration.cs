using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>Registers one mailbox, read with the keys and anchors of one sender.</summary>
internal static class MailboxRegistration
{
    public static void Add(IServiceCollection services, string sender, string name, IConfigurationSection section)
    {
        services.AddOptions<MailboxOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MailboxOptions>, MailboxOptionsValidator>());
        services.AddSingleton<IValidateOptions<MailboxOptions>>(provider =>
            new MailboxOptionsCheck(name, section.Path, () => provider.GetRequiredService<IOptionsMonitor<SecureMailOptions>>().Get(sender).Environment));
        services.TryAddSingleton<MailSources>();
        services.AddKeyedSingleton(sender, new MailboxName(name));
        if (name.Length == 0)
            services.TryAddSingleton<ISecureMailbox>(provider => Create(provider, sender, name));
        else
            services.TryAddKeyedSingleton<ISecureMailbox>(name, (provider, _) => Create(provider, sender, name));
    }

    private static SecureMailbox Create(IServiceProvider provider, string sender, string name) => ActivatorUtilities.CreateInstance<SecureMailbox>(
        provider, name, provider.GetRequiredKeyedService<MailSettingsSource>(sender), SecureMailServiceCollectionExtensions.Reader(provider, sender));
}
