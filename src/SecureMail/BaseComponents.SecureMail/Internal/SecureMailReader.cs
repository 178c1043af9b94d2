using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal sealed class SecureMailReader(MailSettingsSource settings, CertificateLesson lesson, TimeProvider clock, ILogger<SecureMailReader> logger) : ISecureMailReader
{
    public Task<ReceivedMail> OpenAsync(Stream mail, CancellationToken cancellationToken = default) => OpenAsync(mail, clock.GetUtcNow(), cancellationToken);

    public async Task<ReceivedMail> OpenAsync(Stream mail, DateTimeOffset receivedAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var now = clock.GetUtcNow();
        using var activity = Telemetry.Activities.StartActivity("securemail.read");
        try
        {
            var current = settings.Current;
            var opened = await MailOpener.OpenAsync(mail, current, receivedAt < now ? receivedAt : now, cancellationToken).ConfigureAwait(false);
            await lesson.LearnAsync(opened, current, cancellationToken).ConfigureAwait(false);
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
