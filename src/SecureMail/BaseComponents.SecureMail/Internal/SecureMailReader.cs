using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal sealed class SecureMailReader(MailSettingsSource settings, ILogger<SecureMailReader> logger) : ISecureMailReader
{
    public async Task<ReceivedMail> OpenAsync(Stream mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var activity = Telemetry.Activities.StartActivity("securemail.read");
        try
        {
            var opened = await MailOpener.OpenAsync(mail, settings.Current, cancellationToken).ConfigureAwait(false);
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
