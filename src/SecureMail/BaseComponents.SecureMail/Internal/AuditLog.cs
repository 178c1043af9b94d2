using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

/// <summary>The audit events of mail, in a log category of their own. Message-IDs, phases, codes and counts; never an address, a subject, a reason that staff wrote, or content.</summary>
internal sealed partial class AuditLog(string tenant, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(SecureMailDefaults.AuditCategory);

    public void Stored(OutboxMail mail) => Sealed(_logger, tenant, mail.MessageId, mail.Protection, mail.Recipients.Count);

    /// <summary>A mail that left the state of being tried: nothing is said of one that is tried again.</summary>
    public void Attempted(OutboxMail mail)
    {
        if (mail.Phase is OutboxPhase.Held)
            Held(_logger, tenant, mail.MessageId, mail.Recipients.Count(static recipient => recipient.State is OutboxRecipientState.Ambiguous));
        if (mail.Phase is not OutboxPhase.Settled)
            return;
        var accepted = mail.Recipients.Count(static recipient => recipient.State is OutboxRecipientState.Accepted);
        if (accepted > 0)
            Sent(_logger, tenant, mail.MessageId, accepted);
        foreach (var failed in mail.Recipients.Where(static recipient => recipient.State is OutboxRecipientState.Failed).CountBy(static recipient => recipient.Code ?? "unknown"))
            Failed(_logger, tenant, mail.MessageId, failed.Value, failed.Key);
    }

    /// <summary>A message that was sent directly.</summary>
    public void Sent(MailReceipt receipt)
    {
        foreach (var part in receipt.Parts)
            Sent(_logger, tenant, part.MessageId, part.Recipients.Count);
    }

    /// <summary>One that was not, or in parts only.</summary>
    public void NotSent(SecureMailException fault) => NotSent(_logger, tenant, fault.CorrelationId, fault.Code);

    public void Decided(OutboxMail mail, string decision) => Decided(_logger, tenant, mail.MessageId, decision);

    public void Purged(int mails) => Purged(_logger, tenant, mails);

    public void PersonErased(int mails, int left) => PersonErased(_logger, tenant, mails, left);

    [LoggerMessage(4101, LogLevel.Information, "Audit: mail {MessageId} was sealed and left in the transaction of its caller: {Protection}, {Recipients} recipient(s) (tenant '{Tenant}').", EventName = "MailSealed")]
    private static partial void Sealed(ILogger logger, string tenant, string messageId, OutboxProtection protection, int recipients);

    [LoggerMessage(4102, LogLevel.Information, "Audit: the mail server accepted mail {MessageId} for {Recipients} recipient(s) (tenant '{Tenant}').", EventName = "MailSent")]
    private static partial void Sent(ILogger logger, string tenant, string messageId, int recipients);

    [LoggerMessage(4103, LogLevel.Information, "Audit: mail {MessageId} failed for good for {Recipients} recipient(s): {Code} (tenant '{Tenant}').", EventName = "MailFailed")]
    private static partial void Failed(ILogger logger, string tenant, string messageId, int recipients, string code);

    [LoggerMessage(4104, LogLevel.Information, "Audit: of mail {MessageId} it is unknown whether the mail server has it, for {Recipients} recipient(s); a person decides (tenant '{Tenant}').", EventName = "MailHeld")]
    private static partial void Held(ILogger logger, string tenant, string messageId, int recipients);

    [LoggerMessage(4105, LogLevel.Information, "Audit: staff decided mail {MessageId}: {Decision} (tenant '{Tenant}').", EventName = "MailDecided")]
    private static partial void Decided(ILogger logger, string tenant, string messageId, string decision);

    [LoggerMessage(4106, LogLevel.Information, "Audit: contents or addresses of {Mails} mail(s) were taken away, their time was over (tenant '{Tenant}').", EventName = "MailsPurged")]
    private static partial void Purged(ILogger logger, string tenant, int mails);

    [LoggerMessage(4107, LogLevel.Information, "Audit: a person was taken out of {Mails} mail(s), {Left} keep them until they are settled (tenant '{Tenant}').", EventName = "MailPersonErased")]
    private static partial void PersonErased(ILogger logger, string tenant, int mails, int left);

    [LoggerMessage(4108, LogLevel.Information, "Audit: mail {MessageId} was not sent: {Code} (tenant '{Tenant}').", EventName = "MailNotSent")]
    private static partial void NotSent(ILogger logger, string tenant, string? messageId, string code);
}
