using System.Text.Json;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Between row and model.</summary>
internal static class RowMapping
{
    public static OutboxMail ToMail(this MailRow row) => new()
    {
        Tenant = row.Tenant,
        Id = row.Id,
        KeyHash = row.KeyHash,
        MessageId = row.MessageId,
        EnvelopeId = row.EnvelopeId,
        Recipients = DeliveriesJson.Read(JsonSerializer.Deserialize(row.Recipients, RecipientsJson.Default.IReadOnlyListOutboxRecipient) ?? throw new JsonException("A row without recipients."), row.Deliveries),
        Size = row.Size,
        ContentHash = row.ContentHash,
        Protection = Enum.Parse<OutboxProtection>(row.Protection),
        CreatedAt = Time(row.CreatedAt),
        UpdatedAt = Time(row.UpdatedAt),
        Phase = Enum.Parse<OutboxPhase>(row.Phase),
        DueAt = row.DueAt is { } due ? Time(due) : null,
        Attempts = row.Attempts,
        Resends = row.Resends,
        Reason = row.Reason,
        HasContent = row.HasContent,
        Version = row.Version,
        DeliveryVersion = row.DeliveryVersion,
    };

    public static MailRow ToRow(this OutboxMail mail) => new()
    {
        Tenant = mail.Tenant,
        Id = mail.Id,
        KeyHash = mail.KeyHash,
        MessageId = mail.MessageId,
        EnvelopeId = mail.EnvelopeId,
        Recipients = JsonSerializer.Serialize([.. mail.Recipients.Select(static recipient => recipient with { Delivery = null })], RecipientsJson.Default.IReadOnlyListOutboxRecipient),
        Size = mail.Size,
        ContentHash = mail.ContentHash,
        Protection = mail.Protection.ToString(),
        CreatedAt = mail.CreatedAt.UtcDateTime,
        UpdatedAt = mail.UpdatedAt.UtcDateTime,
        Phase = mail.Phase.ToString(),
        DueAt = mail.DueAt?.UtcDateTime,
        Attempts = mail.Attempts,
        Resends = mail.Resends,
        Reason = mail.Reason,
        HasContent = mail.HasContent,
        Version = mail.Version,
        Deliveries = DeliveriesJson.Write(mail.Recipients),
        DeliveryVersion = mail.DeliveryVersion,
    };

    // SQLite gives a time back without its kind.
    private static DateTimeOffset Time(DateTime stored) => new(DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
