using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal sealed class SecureMailReader(MailSettingsSource settings, TimeProvider clock, ILogger<SecureMailReader> logger) : ISecureMailReader
{
    public Task<ReceivedMail> OpenAsync(Stream mail, CancellationToken cancellationToken = default) => OpenAsync(mail, clock.GetUtcNow(), cancellationToken);

    public async Task<ReceivedMail> OpenAsync(Stream mail, DateTimeOffset receivedAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var now = clock.GetUtcNow();
        using var activity = Telemetry.Activities.StartActivity("securemail.read");
        try
        {
            var opened = await MailOpener.OpenAsync(mail, settings.Current, receivedAt < now ? receivedAt : now, cancellationToken).ConfigureAwait(false);
            logger.Read(opened.IsEncrypted, opened.Verdict.GetType().Name, opened.Attachments.Count);
            Telemetry.Read(opened.Verdict.GetType().Name);
            return opened;
        }
        catch (SecureMailException fault)
        {
            logger.NotRead(fault.Code);
            Telemetry.Read(fault.Code);
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, fault.Code);
            throw;
        }
    }
}
