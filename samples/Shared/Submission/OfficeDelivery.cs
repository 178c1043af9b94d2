using BaseComponents.SecureMail.Outbox;

namespace MunicipalService.Submission;

/// <summary>How far the mail to the office is, as the outbox knows it.</summary>
public enum OfficeDelivery
{
    /// <summary>Stored; being delivered, or about to be.</summary>
    UnderWay,

    /// <summary>The mail server does not take it for now, or was not reached; it is tried again.</summary>
    Delayed,

    /// <summary>It is unknown whether the mail server has it, or it was refused for good: a person has to look.</summary>
    Stuck,

    /// <summary>The mail server has accepted it.</summary>
    Accepted,
}

/// <summary>Reads it from the states of the stored mail.</summary>
public static class OfficeDeliveries
{
    public static OfficeDelivery Of(IReadOnlyList<OutboxMail> mails) => mails switch
    {
        _ when mails.Any(mail => mail.Phase is OutboxPhase.Held || mail.Recipients.Any(recipient => recipient.State is OutboxRecipientState.Failed)) => OfficeDelivery.Stuck,
        { Count: > 0 } when mails.All(mail => mail.Phase is OutboxPhase.Settled) => OfficeDelivery.Accepted,
        _ when mails.Any(mail => mail is { Phase: OutboxPhase.Waiting, Attempts: > 0 }) => OfficeDelivery.Delayed,
        _ => OfficeDelivery.UnderWay,
    };
}
