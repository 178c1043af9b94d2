using System.Text.Json;
using System.Text.Json.Serialization;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>What reports say about one recipient.</summary>
internal sealed record DeliveryEntry(int Index, RecipientDelivery Delivery);

/// <summary>The deliveries of a row, apart from its recipients: a report must not take a mail out of a worker's hands.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<DeliveryEntry>))]
internal sealed partial class DeliveriesJson : JsonSerializerContext
{
    public static string? Write(IReadOnlyList<OutboxRecipient> recipients)
    {
        DeliveryEntry[] entries = [.. recipients.Where(static recipient => recipient.Delivery is not null).Select(static recipient => new DeliveryEntry(recipient.Index, recipient.Delivery!))];
        return entries.Length == 0 ? null : JsonSerializer.Serialize<IReadOnlyList<DeliveryEntry>>(entries, Default.IReadOnlyListDeliveryEntry);
    }

    public static IReadOnlyList<OutboxRecipient> Read(IReadOnlyList<OutboxRecipient> recipients, string? deliveries)
    {
        if (deliveries is null)
            return recipients;
        var entries = JsonSerializer.Deserialize(deliveries, Default.IReadOnlyListDeliveryEntry)!.ToDictionary(static entry => entry.Index, static entry => entry.Delivery);
        return [.. recipients.Select(recipient => recipient with { Delivery = entries.GetValueOrDefault(recipient.Index) })];
    }
}
