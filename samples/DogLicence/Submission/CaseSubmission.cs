using BaseComponents.SecureMail;
using DogLicence.Cases;

namespace DogLicence.Submission;

/// <summary>
/// Hands one case over: first the office, then the citizen's confirmation. Each is marked as soon as the mail server has accepted it. A crash
/// between the server's yes and the mark sends that mail once more, with the same Message-ID: SMTP offers nothing better.
/// </summary>
public sealed class CaseSubmission(CaseStore store, OfficeMail office, ISecureMailClient mail)
{
    /// <exception cref="SecureMailException">The mail was not accepted; the case keeps its stage.</exception>
    public async Task RunAsync(OpenCase open, CancellationToken cancellationToken = default)
    {
        if (open.Row.Stage == CaseStage.Due)
        {
            await mail.SendAsync(await office.WriteAsync(open, cancellationToken), cancellationToken);
            // The mail is out: the mark must not be lost to a stop request.
            open = await store.SaveAsync(open, open.Content, row => (row.Stage, row.SubmissionAttempts) = (CaseStage.Sent, 0), CancellationToken.None);
        }

        if (open.Row.Stage == CaseStage.Sent)
        {
            if (ConfirmationMail.Write(open) is { } confirmation)
                await mail.SendAsync(confirmation, cancellationToken);
            await store.SaveAsync(open, open.Content, row => row.Stage = CaseStage.Closed, CancellationToken.None);
        }
    }
}
