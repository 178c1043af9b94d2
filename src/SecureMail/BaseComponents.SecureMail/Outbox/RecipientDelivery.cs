using BaseComponents.SecureMail.Reports;

namespace BaseComponents.SecureMail.Outbox;

/// <summary>What reports say about one recipient: the word of mail servers and mail programs, kept beside the answer of the own one. It holds no personal data.</summary>
/// <param name="State">How far the mail has come.</param>
/// <param name="At">When the report was received.</param>
public sealed record RecipientDelivery(RecipientDeliveryState State, DateTimeOffset At)
{
    /// <summary>Why, where a mail server says it.</summary>
    public EnhancedStatus? Status { get; init; }

    /// <summary>Reply code of the mail server at the other end.</summary>
    public int? DiagnosticCode { get; init; }

    internal bool HasArrived => State is not (RecipientDeliveryState.Delayed or RecipientDeliveryState.Failed);
}
