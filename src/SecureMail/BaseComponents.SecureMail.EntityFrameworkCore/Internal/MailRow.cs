namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>One stored mail as a row. Times are UTC.</summary>
internal sealed class MailRow
{
    public string Tenant { get; set; } = "";

    public string Id { get; set; } = "";

    public string KeyHash { get; set; } = "";

    public string MessageId { get; set; } = "";

    public string EnvelopeId { get; set; } = "";

    /// <summary>The recipients with their states, as JSON: they change with the mail, in one statement.</summary>
    public string Recipients { get; set; } = "";

    public long Size { get; set; }

    public string ContentHash { get; set; } = "";

    public string Protection { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime UpdatedAt { get; set; }

    public string Phase { get; set; } = "";

    public DateTime? DueAt { get; set; }

    public int Attempts { get; set; }

    public int Resends { get; set; }

    public string? Reason { get; set; }

    public bool HasContent { get; set; }

    public long Version { get; set; }

    /// <summary>What reports say, as JSON: on its own, so that a report does not change the version.</summary>
    public string? Deliveries { get; set; }

    public long DeliveryVersion { get; set; }
}
