namespace BaseComponents.SecureMail;

/// <summary>How a mail came out of its mailbox.</summary>
public sealed record MailDelivery
{
    /// <summary>When the mailbox got it, as its own server or file system says; the sender cannot write it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many times it has been handed out, this time included. More than one: nobody acknowledged it before.</summary>
    public required int Attempt { get; init; }

    /// <summary>
    /// SHA-256, in hexadecimal form, over Message-ID and body as they came, line ends left out: the same for the same mail, however often it is delivered. Keep it in the transaction in which the mail is
    /// worked on, in a column that takes each value once, and nothing is done twice.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>What is done when the mail is settled.</summary>
    public Func<MailSettlement, CancellationToken, Task>? Settle { internal get; init; }

    /// <summary>Time and attempt.</summary>
    public override string ToString() => $"MailDelivery {{ ReceivedAt = {ReceivedAt:O}, Attempt = {Attempt} }}";
}
