using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using EmployerReimbursement.Cases;

namespace EmployerReimbursement.Submission;

/// <summary>
/// The encrypted mail to the office, with the application as XML and CSV and the confirmation of the fire brigade. It is sealed into the outbox, in the database context of the
/// application: what is saved there is the application with its mail, or nothing of both. The outbox sends it.
/// </summary>
public sealed partial class OfficeMail(ClaimStore store, ISecureMailOutbox outbox, ILogger<OfficeMail> log)
{
    /// <summary>Makes the application stored, or due where its mail cannot be sealed now; the caller saves.</summary>
    public async Task SealAsync(OpenClaim open, CancellationToken cancellationToken)
    {
        open.Row.Stage = ClaimStage.Due;
        try
        {
            await outbox.EnqueueAsync(await WriteAsync(open, cancellationToken), cancellationToken);
            open.Row.Stage = ClaimStage.Stored;
        }
        catch (SecureMailException fault)
        {
            LogRefused(open.Row.Number, fault.Code, fault);
        }
    }

    public async Task<OfficeDelivery> DeliveryAsync(ClaimRow row, CancellationToken cancellationToken) => row.Stage switch
    {
        ClaimStage.Sent => OfficeDelivery.Accepted,
        // Not sealed yet, and tried again.
        ClaimStage.Due => OfficeDelivery.Delayed,
        _ => OfficeDeliveries.Of(await outbox.GetAsync(KeyOf(row), cancellationToken)),
    };

    // The same key is the same mail, however often the work is done.
    private static string KeyOf(ClaimRow row) => $"{row.Number}/office";

    private async Task<SecureMessage> WriteAsync(OpenClaim open, CancellationToken cancellationToken)
    {
        var number = open.Row.Number;
        var proof = await store.FindProofAsync(open.Row.Id, cancellationToken);
        return new SecureMessage
        {
            To = [open.Content.OfficeMail],
            // Programs show subjects in lists: a number and nothing personal.
            Subject = $"Erstattung für Arbeitgeber, Vorgang {number}",
            Text = $"""
                Guten Tag,

                zum Vorgang {number} ist ein Antrag auf Erstattung für den Dienst bei der Freiwilligen Feuerwehr eingegangen.
                Die Angaben liegen zweifach bei: als XML für die Fachanwendung und als CSV für Tabellen. {(proof is null ? "Eine Bestätigung der Feuerwehr ist nicht beigefügt." : "Die Bestätigung der Feuerwehr ist beigefügt.")}
                Sollte diese Nachricht doppelt eintreffen, sind beide gleich und tragen dieselbe Message-ID; bearbeiten Sie nur eine.
                """,
            Attachments =
            [
                SecureAttachment.FromBytes($"{number}.xml", "application/xml", ClaimXml.Write(open)),
                SecureAttachment.FromBytes($"{number}.csv", "text/csv", ClaimCsv.Write(open)),
                .. proof is null ? Array.Empty<SecureAttachment>() : [SecureAttachment.FromBytes("bestaetigung" + proof.Extension, proof.ContentType, proof.Content)],
            ],
            Key = KeyOf(open.Row),
        };
    }

    [LoggerMessage(1, LogLevel.Warning, "The mail of application {Number} could not be sealed ({Code}); it is tried again.")]
    private partial void LogRefused(string number, string code, Exception fault);
}
