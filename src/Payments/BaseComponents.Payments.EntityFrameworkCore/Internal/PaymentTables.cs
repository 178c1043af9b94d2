using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Keys, lengths and indexes. The version is what compare-and-swap compares.</summary>
internal static class PaymentTables
{
    public static void Payments(EntityTypeBuilder<PaymentRow> table, string? schema)
    {
        table.ToTable("Payments", schema);
        table.HasKey(row => row.RequestId);
        table.HasIndex(row => new { row.Tenant, row.Reference, row.Attempt }).IsUnique();
        // Rows without a slot do not collide: an index holds nothing of them, or takes each nothing for another one.
        table.HasIndex(row => new { row.Tenant, row.Reference, row.OpenSlot }).IsUnique();
        table.HasIndex(row => new { row.Tenant, row.Reference, row.PaidSlot }).IsUnique();
        table.HasIndex(row => new { row.Tenant, row.NextCheckAt });
        table.HasIndex(row => new { row.Tenant, row.CreatedAt });
        table.HasIndex(row => new { row.Tenant, row.TransactionReference });
        table.Property(row => row.Tenant).HasMaxLength(100);
        table.Property(row => row.Reference).HasMaxLength(100);
        table.Property(row => row.RequestId).HasMaxLength(36);
        table.Property(row => row.Fingerprint).HasMaxLength(64);
        table.Property(row => row.State).HasMaxLength(20);
        table.Property(row => row.Route).HasMaxLength(20);
        table.Property(row => row.TransactionId).HasMaxLength(44);
        table.Property(row => row.TransactionReference).HasMaxLength(36);
        table.Property(row => row.PayPage).HasMaxLength(2082);
        table.Property(row => row.Method).HasMaxLength(64);
        table.Property(row => row.Version).IsConcurrencyToken();
    }

    public static void Events(EntityTypeBuilder<PaymentEventRow> table, string? schema)
    {
        table.ToTable("PaymentEvents", schema);
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.RequestId);
        table.Property(row => row.RequestId).HasMaxLength(36);
        table.HasIndex(row => new { row.Tenant, row.DeliveredAt, row.NotBefore });
        table.Property(row => row.Id).HasMaxLength(60);
        table.Property(row => row.Tenant).HasMaxLength(100);
        table.Property(row => row.Reference).HasMaxLength(100);
        table.Property(row => row.State).HasMaxLength(20);
        table.Property(row => row.TransactionReference).HasMaxLength(36);
        table.Property(row => row.Method).HasMaxLength(64);
        table.Property(row => row.Version).IsConcurrencyToken();
    }

    public static void Audit(EntityTypeBuilder<PaymentAuditRow> table, string? schema)
    {
        table.ToTable("PaymentAudit", schema);
        table.HasKey(row => new { row.Tenant, row.Number });
        table.HasIndex(row => row.RequestId);
        table.Property(row => row.Number).ValueGeneratedNever();
        table.Property(row => row.Tenant).HasMaxLength(100);
        table.Property(row => row.Action).HasMaxLength(20);
        table.Property(row => row.RequestId).HasMaxLength(36);
        table.Property(row => row.Change).HasMaxLength(60);
        table.Property(row => row.Evidence).HasMaxLength(100);
        table.Property(row => row.DecidedBy).HasMaxLength(100);
        table.Property(row => row.ConfirmedBy).HasMaxLength(100);
        table.Property(row => row.Reason).HasMaxLength(500);
        table.Property(row => row.PreviousHash).HasMaxLength(64);
        table.Property(row => row.Hash).HasMaxLength(64);
    }
}
