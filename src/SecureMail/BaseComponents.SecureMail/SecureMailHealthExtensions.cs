using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Health;
using BaseComponents.SecureMail.Internal.Mailboxes;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.Shared.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>Adds a sender to the application's health checks.</summary>
public static class SecureMailHealthExtensions
{
    /// <summary>
    /// Adds three registrations with the tag <c>mail</c>: <c>mail:settings</c> (certificates; tag <c>local</c>), <c>mail:services</c> (mail server, directories of certificates and keys, mailboxes; tag
    /// <c>network</c>) and <c>mail:outbox</c> (mails that wait or are held; tag <c>network</c>). Nothing is sent, and no mail is taken. The data of each hold its <c>findings</c>.
    /// </summary>
    /// <param name="mail">The sender.</param>
    /// <param name="logsIn">Whether user and password are tried at the mail server and the mailboxes. Leave it off for checks that run again and again: wrong ones may lock the account.</param>
    public static SecureMailBuilder AddHealth(this SecureMailBuilder mail, bool logsIn = false)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var name = mail.Name;
        Add("settings", FindingsCheck.Local, services => new CertificatesLook(name, Settings(services, name), Clock(services)).LookAsync);
        Add("services", FindingsCheck.Network, services => Services(services, name, logsIn));
        Add("outbox", FindingsCheck.Network, services => new OutboxLook(name, services.GetKeyedService<IMailOutboxStore>(name), Clock(services)).LookAsync);
        return mail;

        void Add(string what, string kind, Func<IServiceProvider, Func<HealthFindings, CancellationToken, Task>> create) =>
            mail.Services.AddHealthChecks().Add(FindingsCheck.Registration($"mail:{what}{(name.Length == 0 ? "" : ":")}{name}", "mail", kind, create));
    }

    private static Func<HealthFindings, CancellationToken, Task> Services(IServiceProvider services, string name, bool logsIn)
    {
        var relay = new RelayLook(name, Settings(services, name), logsIn, Clock(services));
        var directories = new DirectoriesLook(name, Settings(services, name), [.. services.GetKeyedServices<IRecipientCertificateSource>(name)]);
        var mailboxes = new MailboxesLook(name, () => Mailboxes(services, name), logsIn, Clock(services));
        return async (findings, cancellationToken) =>
        {
            await relay.LookAsync(findings, cancellationToken).ConfigureAwait(false);
            await directories.LookAsync(findings, cancellationToken).ConfigureAwait(false);
            await mailboxes.LookAsync(findings, cancellationToken).ConfigureAwait(false);
        };
    }

    private static IEnumerable<(string Mailbox, MailboxOptions Options)> Mailboxes(IServiceProvider services, string sender) =>
        services.GetKeyedServices<MailboxName>(sender).Select(mailbox => (mailbox.Value, services.GetRequiredService<IOptionsMonitor<MailboxOptions>>().Get(mailbox.Value)));

    private static Func<MailSettings> Settings(IServiceProvider services, string name) => () => services.GetRequiredKeyedService<MailSettingsSource>(name).Current;

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
