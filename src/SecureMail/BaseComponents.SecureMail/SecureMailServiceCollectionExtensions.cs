using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>Registers secure mail.</summary>
public static class SecureMailServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ISecureMailClient"/>, <see cref="ISecureMailReader"/> and <see cref="ISecureMailCertificates"/>. The settings are checked when the host starts.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="section">Usually <c>BaseComponents:SecureMail</c>.</param>
    public static SecureMailBuilder AddSecureMail(this IServiceCollection services, IConfigurationSection section)
    {
        var builder = Register(services, Options.DefaultName, section);
        services.TryAddSingleton<ISecureMailClient>(provider => Client(provider, Options.DefaultName));
        services.TryAddSingleton<ISecureMailReader>(provider => Reader(provider, Options.DefaultName));
        services.TryAddSingleton<ISecureMailCertificates>(provider => Certificates(provider, Options.DefaultName));
        return builder;
    }

    /// <summary>Adds a named sender, such as one of several authorities; its client and reader are keyed services of that name.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">Name of the sender.</param>
    /// <param name="section">Settings of this sender.</param>
    public static SecureMailBuilder AddSecureMail(this IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var builder = Register(services, name, section);
        services.TryAddKeyedSingleton<ISecureMailClient>(name, (provider, _) => Client(provider, name));
        services.TryAddKeyedSingleton<ISecureMailReader>(name, (provider, _) => Reader(provider, name));
        services.TryAddKeyedSingleton<ISecureMailCertificates>(name, (provider, _) => Certificates(provider, name));
        return builder;
    }

    private static SecureMailBuilder Register(IServiceCollection services, string name, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<SecureMailOptions>(name).Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SecureMailOptions>, SecureMailOptionsValidator>());
        services.AddSingleton<IValidateOptions<SecureMailOptions>>(provider => new SecureMailOptionsCheck(name, section.Path, provider.GetService<IHostEnvironment>()));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MailSealer>();
        services.TryAddSingleton<SmtpDelivery>();
        services.TryAddSingleton<StoredDelivery>();
        services.AddSingleton<IHostedService>(provider => new OutboxStartCheck(name, provider.GetRequiredKeyedService<MailSettingsSource>(name), provider.GetKeyedService<IMailOutboxStore>(name)));
        services.TryAddKeyedSingleton(name, (provider, _) => Settings(provider, name));
        services.TryAddKeyedSingleton(name, (provider, _) => new AuditLog(name, provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddKeyedSingleton<ILearnedCertificateStore>(name, (_, _) => new InMemoryLearnedCertificates());
        return new SecureMailBuilder(services, name);
    }

    private static MailSettingsSource Settings(IServiceProvider provider, string name)
    {
        IReadOnlyList<IRecipientCertificateSource> sources = [.. provider.GetKeyedServices<IRecipientCertificateSource>(name)];
        var learned = new LearnedCertificates(provider.GetRequiredKeyedService<ILearnedCertificateStore>(name));
        return ActivatorUtilities.CreateInstance<MailSettingsSource>(provider, name, sources, learned);
    }

    private static SecureMailClient Client(IServiceProvider provider, string name) =>
        ActivatorUtilities.CreateInstance<SecureMailClient>(
        provider, provider.GetRequiredKeyedService<MailSettingsSource>(name), ActivatorUtilities.CreateInstance<ExpiryWatch>(provider), new DirectSending(provider.GetKeyedService<IMailOutboxStore>(name) is not null), provider.GetRequiredKeyedService<AuditLog>(name));

    private static OwnCertificates Certificates(IServiceProvider provider, string name) =>
        ActivatorUtilities.CreateInstance<OwnCertificates>(provider, provider.GetRequiredKeyedService<MailSettingsSource>(name));

    internal static SecureMailReader Reader(IServiceProvider provider, string name) =>
        ActivatorUtilities.CreateInstance<SecureMailReader>(
        provider, provider.GetRequiredKeyedService<MailSettingsSource>(name), ActivatorUtilities.CreateInstance<CertificateLesson>(provider, provider.GetRequiredKeyedService<ILearnedCertificateStore>(name)));
}
