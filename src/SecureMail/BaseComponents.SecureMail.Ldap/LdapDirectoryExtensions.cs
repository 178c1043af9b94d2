using BaseComponents.SecureMail.Ldap.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Ldap;

/// <summary>Registers a directory of certificates.</summary>
public static class LdapDirectoryExtensions
{
    /// <summary>
    /// Looks recipients up in an LDAP directory who are not pinned in the settings. Where the directory does not answer, the mail is refused; what it answers is checked
    /// before each use like any other certificate.
    /// </summary>
    /// <param name="mail">The sender whose recipients are looked up.</param>
    /// <param name="section">Settings of <see cref="LdapDirectoryOptions"/>, such as <c>BaseComponents:SecureMail:Ldap</c>.</param>
    public static SecureMailBuilder AddLdapDirectory(this SecureMailBuilder mail, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(section);
        // A sender may have several directories, and each its own settings.
        var name = $"{mail.Name} {section.Path}";
        mail.Services.TryAddSingleton(TimeProvider.System);
        mail.Services.AddOptions<LdapDirectoryOptions>(name).Bind(section).ValidateOnStart();
        mail.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LdapDirectoryOptions>, LdapDirectoryOptionsValidator>());
        mail.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LdapDirectoryOptions>, LdapDirectoryOptionsCheck>());
        return mail.AddCertificateSource(provider => new LdapDirectory(
            provider.GetRequiredService<IOptionsMonitor<LdapDirectoryOptions>>(), name, provider.GetRequiredService<TimeProvider>()));
    }
}
