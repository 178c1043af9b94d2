using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal.Outbox;

/// <summary>Outside the Sandbox a host starts with a durable outbox, or with the word that mails may be lost: the guarantee never vanishes silently.</summary>
internal sealed class OutboxStartCheck(string name, MailSettingsSource settings, IMailOutboxStore? store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var options = settings.Current.Options;
        if (options.Environment is SecureMailEnvironment.Sandbox || store is { IsDurable: true } || (store is null && options.Outbox.DirectSending))
            return Task.CompletedTask;
        throw new OptionsValidationException(name, typeof(SecureMailOptions), [store is null
            ? "SecureMail has no outbox: a mail is lost when the process ends at the wrong moment. Add AddEntityFrameworkOutbox (package BaseComponents.SecureMail.EntityFrameworkCore), or say Outbox:DirectSending = true."
            : "The outbox of SecureMail lies in memory, and its mails end with the process. Outside the Sandbox use AddEntityFrameworkOutbox (package BaseComponents.SecureMail.EntityFrameworkCore)."]);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
