namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>The selections that several operations share.</summary>
internal static class RowQueries
{
    public static IQueryable<PaymentRow> Of(this IQueryable<PaymentRow> rows, string tenant) => rows.Where(row => row.Tenant == tenant);

    /// <summary>Other attempts of the reference that hold the slot which this one wants.</summary>
    public static IQueryable<PaymentRow> Others(this IQueryable<PaymentRow> rows, PaymentRecord record)
    {
        var (isUnfinished, hasMoney) = (record.IsUnfinished, record.HasMoney);
        return rows.Where(row => row.Tenant == record.Tenant && row.Reference == record.Reference && row.RequestId != record.RequestId
            && ((isUnfinished && row.OpenSlot != null) || (hasMoney && row.PaidSlot != null)));
    }

    public static IQueryable<PaymentRow> That(this IQueryable<PaymentRow> rows, PaymentFilter filter)
    {
        if (filter.States.Count > 0)
        {
            var states = filter.States.Select(static state => state.ToString()).ToArray();
            rows = rows.Where(row => states.Contains(row.State));
        }

        if (filter.CreatedFrom?.UtcDateTime is { } from)
            rows = rows.Where(row => row.CreatedAt >= from);
        if (filter.CreatedBefore?.UtcDateTime is { } before)
            rows = rows.Where(row => row.CreatedAt < before);
        if (filter.UpdatedBefore?.UtcDateTime is { } changed)
            rows = rows.Where(row => row.UpdatedAt < changed);
        if (filter.DueAt?.UtcDateTime is { } due)
            rows = rows.Where(row => row.NextCheckAt <= due);
        if (filter.TransactionReference is { } reference)
            rows = rows.Where(row => row.TransactionReference == reference);
        return rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.RequestId);
    }
}
