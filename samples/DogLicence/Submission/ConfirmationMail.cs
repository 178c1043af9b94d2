using BaseComponents.SecureMail;
using DogLicence.Cases;

namespace DogLicence.Submission;

/// <summary>The confirmation for the citizen. Citizens rarely have certificates, so it is plain and says nothing about the person or the dog.</summary>
public static class ConfirmationMail
{
    /// <summary>The mail, or null when the citizen gave no address.</summary>
    public static SecureMessage? Write(OpenCase open) => open.Content.Registration?.ContactMail is not { } address ? null : new SecureMessage
    {
        To = [address],
        Subject = $"Ihr Antrag ist eingegangen, Vorgang {open.Row.Number}",
        Text = $"""
            Guten Tag,

            Ihr Antrag mit der Vorgangsnummer {open.Row.Number} ist vollständig eingegangen und an die zuständige Stelle weitergeleitet.
            Sie müssen nichts weiter tun. Die Stelle meldet sich bei Ihnen, wenn etwas fehlt.

            Diese Nachricht wurde automatisch erstellt und enthält deshalb keine Angaben zu Ihrem Antrag.
            """,
        Protection = MailProtection.Plain(CitizenNotice.Reason),
        Key = $"{open.Row.Number}/citizen",
    };
}
