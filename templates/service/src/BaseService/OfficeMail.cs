using BaseComponents.SecureMail;

namespace BaseService;

/// <summary>The encrypted mail to the office. Its subject names a number and nobody: programs show subjects in lists.</summary>
public sealed class OfficeMail(ApplicationStore store, ISecureMailClient mail)
{
    /// <exception cref="SecureMailException">The mail was not accepted.</exception>
    public async Task SendAsync(ApplicationRow row, CancellationToken cancellationToken)
    {
        var content = store.Open(row);
        await mail.SendAsync(
            new SecureMessage
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
                Key = $"{row.Number}/office",
            },
            cancellationToken);
    }
}
