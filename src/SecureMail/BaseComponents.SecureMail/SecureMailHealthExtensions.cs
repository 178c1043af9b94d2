using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Health;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.SecureMail;

/// <summary>Adds a sender to the application's health checks.</summary>
public static class SecureMailHealthExtensions
{
    /// <summary>
    /// Adds two registrations with the tag <c>mail</c>: <c>mail:settings</c> (certificates; tag <c>local</c>) and <c>mail:services</c> (mail server and directories of certificates; tag
    /// <c>network</c>). Nothing is sent, and nobody logs in. The data of each hold its <c>findings</c>.
    /// </summary>
    /// <param name="mail">The sender.</param>
    public static SecureMailBuilder AddHealth(this SecureMailBuilder mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var name = mail.Name;
        var ending = name.Length == 0 ? "" : $":{name}";
        mail.Services.AddHealthChecks()
            .Add(FindingsCheck.Registration($"mail:settings{ending}", "mail", FindingsCheck.Local, services => new CertificatesLook(name, Settings(services, name), Clock(services)).LookAsync))
            .Add(FindingsCheck.Registration($"mail:services{ending}", "mail", FindingsCheck.Network, services => new RelayLook(name, Settings(services, name), [.. services.GetKeyedServices<IRecipientCertificateSource>(name)], Clock(services)).LookAsync));
        return mail;
    }

    private static Func<MailSettings> Settings(IServiceProvider services, string name) => () => services.GetRequiredKeyedService<MailSettingsSource>(name).Current;

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
