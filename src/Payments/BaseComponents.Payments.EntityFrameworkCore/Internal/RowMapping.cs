namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Between rows and the store's records.</summary>
internal static class RowMapping
{
    public static PaymentRecord ToRecord(this PaymentRow row) => new()
    {
        Tenant = row.Tenant,
        Reference = row.Reference,
        Attempt = row.Attempt,
        RequestId = row.RequestId,
        Fingerprint = row.Fingerprint,
        Amount = Euro.FromCents(row.AmountCents),
        State = Enum.Parse<PaymentState>(row.State),
        Route = Enum.Parse<PaymentRoute>(row.Route),
        TransactionId = row.TransactionId,
        TransactionReference = row.TransactionReference,
        PayPage = row.PayPage is { } page ? new Uri(page) : null,
        Method = row.Method is { } method ? new PaymentMethod(method) : null,
        CreatedAt = FromUtc(row.CreatedAt),
        OpenedAt = row.OpenedAt is { } opened ? FromUtc(opened) : null,
        PaidAt = row.PaidAt is { } paid ? FromUtc(paid) : null,
        UpdatedAt = FromUtc(row.UpdatedAt),
        NextCheckAt = row.NextCheckAt is { } next ? FromUtc(next) : null,
        Checks = row.Checks,
        Version = row.Version,
    };

    public static PaymentRow Take(this PaymentRow row, PaymentRecord record)
    {
        row.Tenant = record.Tenant;
        row.Reference = record.Reference;
        row.Attempt = record.Attempt;
        row.RequestId = record.RequestId;
        row.Fingerprint = record.Fingerprint;
        row.AmountCents = record.Amount.Cents;
        row.State = record.State.ToString();
        row.Route = record.Route.ToString();
        row.TransactionId = record.TransactionId;
        row.TransactionReference = record.TransactionReference;
        row.PayPage = record.PayPage?.AbsoluteUri;
        row.Method = record.Method?.Value;
        row.CreatedAt = record.CreatedAt.UtcDateTime;
        row.OpenedAt = record.OpenedAt?.UtcDateTime;
        row.PaidAt = record.PaidAt?.UtcDateTime;
        row.UpdatedAt = record.UpdatedAt.UtcDateTime;
        row.NextCheckAt = record.NextCheckAt?.UtcDateTime;
        row.Checks = record.Checks;
        row.Version = record.Version;
        row.OpenSlot = record.IsUnfinished ? 1 : null;
        row.PaidSlot = record.HasMoney ? 1 : null;
        return row;
    }

    public static PaymentEvent ToEvent(this PaymentEventRow row) => new()
    {
        Id = row.Id,
        Tenant = row.Tenant,
        Reference = row.Reference,
        Attempt = row.Attempt,
        State = Enum.Parse<PaymentState>(row.State),
        Amount = Euro.FromCents(row.AmountCents),
        TransactionReference = row.TransactionReference,
        Method = row.Method is { } method ? new PaymentMethod(method) : null,
        OccurredAt = FromUtc(row.OccurredAt),
    };

    public static PaymentEventRow ToRow(this PaymentEvent paymentEvent, string requestId) => new()
    {
        Id = paymentEvent.Id,
        RequestId = requestId,
        Tenant = paymentEvent.Tenant,
        Reference = paymentEvent.Reference,
        Attempt = paymentEvent.Attempt,
        State = paymentEvent.State.ToString(),
        AmountCents = paymentEvent.Amount.Cents,
        TransactionReference = paymentEvent.TransactionReference,
        Method = paymentEvent.Method?.Value,
        OccurredAt = paymentEvent.OccurredAt.UtcDateTime,
        NotBefore = paymentEvent.OccurredAt.UtcDateTime,
    };

    public static PaymentAuditEntry ToEntry(this PaymentAuditRow row) => new()
    {
        Tenant = row.Tenant,
        Number = row.Number,
        At = FromUtc(row.At),
        Action = row.Action,
        RequestId = row.RequestId,
        Change = row.Change,
        Evidence = row.Evidence,
        DecidedBy = row.DecidedBy,
        ConfirmedBy = row.ConfirmedBy,
        Reason = row.Reason,
        PreviousHash = row.PreviousHash,
        Hash = row.Hash,
    };

    public static PaymentAuditRow ToRow(this PaymentAuditEntry entry) => new()
    {
        Tenant = entry.Tenant,
        Number = entry.Number,
        At = entry.At.UtcDateTime,
        Action = entry.Action,
        RequestId = entry.RequestId,
        Change = entry.Change,
        Evidence = entry.Evidence,
        DecidedBy = entry.DecidedBy,
        ConfirmedBy = entry.ConfirmedBy,
        Reason = entry.Reason,
        PreviousHash = entry.PreviousHash,
        Hash = entry.Hash,
    };

    private static DateTimeOffset FromUtc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
