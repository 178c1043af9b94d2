namespace BaseComponents.SecureMail.Outbox;

/// <summary>One recipient of a stored mail.</summary>
/// <param name="Index">Place in the message: those of To, then those of Bcc.</param>
/// <param name="Address">Mail address; <see langword="null"/> once it was erased.</param>
/// <param name="State">How far the mail has come for this one.</param>
public sealed record OutboxRecipient(int Index, string? Address, OutboxRecipientState State)
{
    /// <summary>Code of the last fault (<see cref="SecureMailErrors"/>).</summary>
    public string? Code { get; init; }

    /// <summary>The mail server's last answer, without addresses; with 250 it often names the queue.</summary>
    public string? Reply { get; init; }

    /// <summary>Whether it was sent again without knowing the fate of an attempt before. Where that is refused or given up, the mail is held: the first copy may have arrived.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>What reports say about it, beside the answer of the own mail server; kept by the store on its own (<see cref="IMailOutboxStore.TryRecordDeliveryAsync"/>).</summary>
    /// <value><see langword="null"/>: no report has come.</value>
    public RecipientDelivery? Delivery { get; init; }

    /// <summary>Place and state only: addresses never reach a log by way of a formatted record.</summary>
    public override string ToString() => $"OutboxRecipient {{ Index = {Index}, State = {State} }}";
}
