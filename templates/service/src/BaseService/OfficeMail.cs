using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;

namespace BaseService;

/// <summary>
/// The encrypted mail to the office. It is sealed into the outbox, in the caller's database context: what is saved there is the application with its mail, or nothing of both. The outbox sends it. Its subject names a
/// number and nobody: programs show subjects in lists.
/// </summary>
public sealed partial class OfficeMail(ApplicationStore store, ISecureMailOutbox outbox, ILogger<OfficeMail> log)
{
    /// <summary>Makes the application stored, or due where its mail cannot be sealed now; the caller saves.</summary>
    public async Task SubmitAsync(ApplicationRow row, CancellationToken cancellationToken)
    {
        row.Stage = ApplicationStage.Due;
        try
        {
            await outbox.EnqueueAsync(Write(row), cancellationToken);
            row.Stage = ApplicationStage.Stored;
        }
        catch (SecureMailException fault)
        {
            LogRefused(row.Number, fault.Code, fault);
        }
    }

    /// <summary>Whether the mail server has accepted the mail.</summary>
    public async Task<bool> IsAcceptedAsync(ApplicationRow row, CancellationToken cancellationToken) =>
        await outbox.GetAsync(KeyOf(row), cancellationToken) is { Count: > 0 } mails
        && mails.All(mail => mail.Recipients.All(recipient => recipient.State is OutboxRecipientState.Accepted));

    // The same key is the same mail, however often the work is done.
    private static string KeyOf(ApplicationRow row) => $"{row.Number}/office";

    private SecureMessage Write(ApplicationRow row)
    {
        var content = store.Open(row);
        return new SecureMessage
        {
            To = [content.OfficeMail],
            Subject = $"Antrag {row.Number}",
            Text = $"""
                Guten Tag,

                ein Antrag ist eingegangen.

                Vorgang: {row.Number}
                Name: {content.Name}
                Kennzeichen: {content.LicencePlate}

                Sollte diese Nachricht doppelt eintreffen, tragen beide dieselbe Message-ID; bearbeiten Sie nur eine.
                """,
            Key = KeyOf(row),
        };
    }

    [LoggerMessage(1, LogLevel.Warning, "The mail of application {Number} could not be sealed ({Code}); it is tried again.")]
    private partial void LogRefused(string number, string code, Exception fault);
}
