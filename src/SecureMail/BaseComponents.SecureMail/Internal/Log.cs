using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Information, "Mail {MessageId} accepted: {Protection}, {Recipients} recipients, {Size} bytes")]
    public static partial void Sent(this ILogger logger, string messageId, MailProtection protection, int recipients, long size);

    [LoggerMessage(4002, LogLevel.Warning, "Mail {MessageId} goes out unencrypted: {Reason}")]
    public static partial void Plain(this ILogger logger, string messageId, string? reason);

    [LoggerMessage(4003, LogLevel.Warning, "Mail {MessageId} not sent: {Code} (outcome {Outcome}, transient {IsTransient})")]
    public static partial void NotSent(this ILogger logger, string? messageId, string code, MailOutcome outcome, bool isTransient);

    [LoggerMessage(4004, LogLevel.Information, "Mail read: encrypted {IsEncrypted}, verdict {Verdict}, {Attachments} attachments")]
    public static partial void Read(this ILogger logger, bool isEncrypted, string verdict, int attachments);

    [LoggerMessage(4005, LogLevel.Warning, "Mail not read: {Code}")]
    public static partial void NotRead(this ILogger logger, string code);

    [LoggerMessage(4006, LogLevel.Information, "Mail {MessageId}: for {Certificates} certificates nobody could be asked whether they are revoked")]
    public static partial void RevocationUnknown(this ILogger logger, string messageId, int certificates);

    [LoggerMessage(4007, LogLevel.Information, "Mail {MessageId} sealed: {Protection}, {Recipients} recipients, {Size} bytes")]
    public static partial void Sealed(this ILogger logger, string messageId, MailProtection protection, int recipients, long size);

    [LoggerMessage(4008, LogLevel.Warning, "Mail {MessageId} leaves the encryption for {Recipients} recipients to the gateway")]
    public static partial void ToGateway(this ILogger logger, string messageId, int recipients);

    [LoggerMessage(4009, LogLevel.Warning, "Mail {MessageId}: {Words} words in its subject that the gateway would obey were broken up")]
    public static partial void Neutralised(this ILogger logger, string messageId, int words);

    [LoggerMessage(4020, LogLevel.Warning, "A valid mail came with another certificate than the one learned for its address; the one kept stays")]
    public static partial void LessonRefused(this ILogger logger);

    [LoggerMessage(4021, LogLevel.Error, "The store of learned certificates failed ({Kind}); the mail was read, and nothing learned from it")]
    public static partial void LessonLost(this ILogger logger, string kind);

    [LoggerMessage(4022, LogLevel.Warning, "A certificate ends soon or has ended: {Role} {Index}, {Days} days left, SHA-256 thumbprint begins with {Thumbprint}")]
    public static partial void EndsSoon(this ILogger logger, CertificateRole role, int index, int days, string thumbprint);

    [LoggerMessage(4030, LogLevel.Warning, "A mail was set aside: {Reason} ({Size} bytes, attempt {Attempt})")]
    public static partial void SetAside(this ILogger logger, SetAsideReason reason, long size, int attempt);

    [LoggerMessage(4031, LogLevel.Warning, "The mailbox cannot be read for now: {Code}; tried again in {Wait}")]
    public static partial void MailboxAway(this ILogger logger, string code, TimeSpan wait);

    [LoggerMessage(4032, LogLevel.Warning, "A mail was handed out and not settled (attempt {Attempt}); it comes again")]
    public static partial void NotSettled(this ILogger logger, int attempt);

    [LoggerMessage(4033, LogLevel.Warning, "A mail was given to somebody else before it was settled, or could not be given back (attempt {Attempt})")]
    public static partial void ClaimLost(this ILogger logger, int attempt);

    [LoggerMessage(4040, LogLevel.Information, "Outbox mail {Id} stored: Message-ID {MessageId}, {Recipients} recipients, {Size} bytes")]
    public static partial void Enqueued(this ILogger logger, string id, string messageId, int recipients, long size);

    [LoggerMessage(4041, LogLevel.Information, "Outbox mail {Id} tried: Message-ID {MessageId}, now {Phase}, {Attempts} attempts")]
    public static partial void Attempted(this ILogger logger, string id, string messageId, OutboxPhase phase, int attempts);

    [LoggerMessage(4042, LogLevel.Warning, "Outbox mail {Id}: the lease was lost to another worker; this attempt has changed nothing")]
    public static partial void LeaseLost(this ILogger logger, string id);

    [LoggerMessage(4043, LogLevel.Warning, "Outbox mail {Id}: the lease could not be renewed ({Kind})")]
    public static partial void LeaseNotRenewed(this ILogger logger, string id, string kind);

    [LoggerMessage(4044, LogLevel.Error, "The outbox could not work ({Kind}); it tries again")]
    public static partial void OutboxFailed(this ILogger logger, string kind);

    [LoggerMessage(4045, LogLevel.Warning, "Outbox mail {Id}: a person decided {Decision}")]
    public static partial void Decided(this ILogger logger, string id, string decision);

    [LoggerMessage(4046, LogLevel.Information, "A report was read: {Outcome}, outbox mail {Id}")]
    public static partial void ReportTaken(this ILogger logger, MailReportOutcome outcome, string? id);

    [LoggerMessage(4048, LogLevel.Information, "Outbox mail {Id}: {Name} has a time stamp")]
    public static partial void Stamped(this ILogger logger, string id, string name);

    [LoggerMessage(4049, LogLevel.Warning, "Outbox mail {Id}: {Name} has no time stamp yet: {Problem} ({Attempts} attempts)")]
    public static partial void NotStamped(this ILogger logger, string id, string name, EvidenceProblem problem, int attempts);

    [LoggerMessage(4047, LogLevel.Information, "Outbox mail {Id}: a report says that it has arrived where its fate was unknown")]
    public static partial void ReportResolved(this ILogger logger, string id);
}
