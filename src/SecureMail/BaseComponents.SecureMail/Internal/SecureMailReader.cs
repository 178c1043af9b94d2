using System.Diagnostics;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal sealed class SecureMailReader(MailSettingsSource settings, CertificateLesson lesson, TimeProvider clock, ILogger<SecureMailReader> logger) : ISecureMailReader
{
    public Task<ReceivedMail> OpenAsync(Stream mail, CancellationToken cancellationToken = default) => OpenAsync(mail, clock.GetUtcNow(), cancellationToken);

    public Task<ReceivedMail> OpenAsync(Stream mail, DateTimeOffset receivedAt, CancellationToken cancellationToken = default) => OpenAsync(mail, receivedAt, MailPlace.Unknown, cancellationToken);

    public async Task<ReceivedMail> OpenAsync(Stream mail, DateTimeOffset receivedAt, MailPlace place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var now = clock.GetUtcNow();
        using var activity = Telemetry.Activities.StartActivity("securemail.read");
        var opened = await GuardAsync(() => OpenAndLearnAsync(mail, receivedAt < now ? receivedAt : now, place, cancellationToken), activity).ConfigureAwait(false);
        logger.Read(opened.IsEncrypted, opened.Verdict.GetType().Name, opened.Attachments.Count);
        Telemetry.Read(opened.Verdict.GetType().Name);
        return opened;
    }

    public async Task<MailExplanation> ExplainAsync(Stream mail, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var activity = Telemetry.Activities.StartActivity("securemail.explain");
        return await GuardAsync(() => MailOpener.ExplainAsync(mail, settings.Current, clock.GetUtcNow(), cancellationToken), activity).ConfigureAwait(false);
    }

    private async Task<ReceivedMail> OpenAndLearnAsync(Stream mail, DateTimeOffset at, MailPlace place, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        var opened = await MailOpener.OpenAsync(mail, current, at, place, cancellationToken).ConfigureAwait(false);
        try
        {
            await lesson.LearnAsync(opened, current, cancellationToken).ConfigureAwait(false);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, Activity? activity)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (SecureMailException fault)
        {
            logger.NotRead(fault.Code);
            Telemetry.Read(fault.Code);
            activity?.SetStatus(ActivityStatusCode.Error, fault.Code);
            throw;
        }
    }
}
