using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;
using MailKit.Net.Smtp;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>Keeps each recipient's answer, instead of giving the mail up at the first refusal, and asks for reports under the mail's own ENVID.</summary>
internal sealed class StoredSmtpClient(StoredMail mail, MailSettings settings, TimeProvider clock) : VerifiedSmtpClient(settings, clock)
{
    private readonly Dictionary<int, OutboxRecipient> _refused = [];

    public IReadOnlyDictionary<int, OutboxRecipient> Refused => _refused;

    protected override string? GetEnvelopeId(MimeMessage message) => WantsReports ? mail.Mail.EnvelopeId : null;

    protected override Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken) => Task.FromResult((long)mail.Content.Length);

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        var isTransient = (int)response.StatusCode is >= 400 and < 500;
        foreach (var recipient in mail.Recipients.Where(recipient => MailAddressSyntax.AreSame(recipient.Address, mailbox.Address)))
        {
            _refused[recipient.Index] = recipient with
            {
                State = isTransient ? OutboxRecipientState.Deferred : OutboxRecipientState.Failed,
                Code = isTransient ? SecureMailErrors.Busy : SecureMailErrors.Rejected,
                Reply = $"{(int)response.StatusCode} {ReplyText.Scrub(response.Response, [mailbox])}",
            };
        }
    }

    protected override void OnNoRecipientsAccepted(MimeMessage message) => throw new RecipientsRefusedException(_refused);
}
