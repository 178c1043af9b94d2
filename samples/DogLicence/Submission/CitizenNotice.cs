using BaseComponents.SecureMail;
using DogLicence.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace DogLicence.Submission;

/// <summary>
/// Sends the plain confirmation to the citizen. The outbox takes plain mail only with a key of its own, which this sample has not; so the notice goes directly, by a sender of its own that may do nothing else. A crash between
/// the server's yes and the mark sends it once more, with the same Message-ID: SMTP offers nothing better.
/// </summary>
public sealed class CitizenNotice(CaseStore store, [FromKeyedServices(CitizenNotice.Sender)] ISecureMailClient mail)
{
    /// <summary>Name of the sender that may send without the outbox.</summary>
    public const string Sender = "notices";

    /// <summary>The one reason it may send plain mail for.</summary>
    public const string Reason = "Confirmation of receipt without personal data";

    /// <exception cref="SecureMailException">The mail was not accepted; the case keeps its stage.</exception>
    public async Task RunAsync(OpenCase open, CancellationToken cancellationToken = default)
    {
        if (ConfirmationMail.Write(open) is { } confirmation)
            await mail.SendAsync(confirmation, cancellationToken);
        // The mail is out: the mark must not be lost to a stop request.
        await store.SaveAsync(open, open.Content, row => (row.Stage, row.LeasedUntil) = (CaseStage.Closed, 0), CancellationToken.None);
    }
}
