using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using HealthCertificate.Cases;
using HealthCertificate.Certificates;
using HealthCertificate.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HealthCertificate.Mails;

/// <summary>
/// Tells the citizen that the certificate is there. Whoever gave a certificate of their own, or has a key in a directory of the settings, gets the PDF by encrypted mail; everybody else a plain notice
/// that says nothing about anybody, and fetches the PDF after the log-in.
/// </summary>
public sealed partial class CitizenMail(
    CaseStore cases, CertificatePdf pdf, ISecureMailOutbox outbox, [FromKeyedServices(CitizenMail.NoticeSender)] ISecureMailClient notices, IOptionsMonitor<ServiceOptions> options, ILogger<CitizenMail> log)
{
    /// <summary>Name of the sender that may send without the outbox.</summary>
    public const string NoticeSender = "notices";

    /// <summary>The one reason it may send plain mail for.</summary>
    public const string NoticeReason = "Notice without personal data";

    /// <summary>Stores the encrypted mail, or sends the notice; the caller saves.</summary>
    /// <exception cref="SecureMailException">Neither was possible; it is tried again.</exception>
    public async Task TellAsync(CaseRow row, CancellationToken cancellationToken)
    {
        var content = cases.Open(row);
        if (content.Mail is { } address && !await TryEncryptedAsync(row, content, address, cancellationToken))
            await notices.SendAsync(Notice(row, address), cancellationToken);
        row.CitizenDue = false;
    }

    private async Task<bool> TryEncryptedAsync(CaseRow row, CaseContent content, string address, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.EnqueueAsync(Encrypted(row, content, address), cancellationToken);
            return true;
        }
        catch (SecureMailException fault) when (fault.Code.StartsWith("recipient.", StringComparison.Ordinal))
        {
            LogPlain(row.Number, fault.Code);
            return false;
        }
    }

    private SecureMessage Encrypted(CaseRow row, CaseContent content, string address) => new()
    {
        To = [address],
        Subject = $"Ihr Vorgang {row.Number}",
        Text = "Guten Tag,\n\nIhre Bescheinigung über die Belehrung nach § 43 Infektionsschutzgesetz liegt bei.",
        Attachments = [SecureAttachment.FromBytes($"{row.Number}.pdf", "application/pdf", pdf.Write(row.Number, content))],
        Key = $"{row.Number}/citizen",
    };

    private SecureMessage Notice(CaseRow row, string address) => new()
    {
        To = [address],
        Subject = $"Neues zu Ihrem Vorgang {row.Number}",
        Text = $"""
            Guten Tag,

            zu Ihrem Vorgang {row.Number} liegt ein Dokument für Sie bereit. Melden Sie sich dazu hier an:
            {new Uri(options.CurrentValue.PublicAddress, "/konto")}

            Diese Nachricht ist nicht verschlüsselt und enthält deshalb keine Angaben zu Ihrem Vorgang.
            """,
        Protection = MailProtection.Plain(NoticeReason),
        Key = $"{row.Number}/notice",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail of case {Number} cannot be encrypted ({Code}): the citizen gets a notice without personal data.")]
    private partial void LogPlain(string number, string code);
}
