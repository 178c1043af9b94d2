using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Keys, lengths and indexes. The version is what compare-and-swap compares.</summary>
internal static class OutboxTables
{
    public static void Mails(EntityTypeBuilder<MailRow> table, string? schema)
    {
        table.ToTable("MailOutbox", schema);
        table.HasKey(row => new { row.Tenant, row.Id });
        table.HasIndex(row => new { row.Tenant, row.KeyHash });
        table.HasIndex(row => new { row.Tenant, row.EnvelopeId });
        table.HasIndex(row => new { row.Tenant, row.MessageId });
        table.HasIndex(row => new { row.Tenant, row.DueAt });
        table.HasIndex(row => new { row.Tenant, row.CreatedAt });
        table.Property(row => row.Tenant).HasMaxLength(100);
        table.Property(row => row.Id).HasMaxLength(40);
        table.Property(row => row.KeyHash).HasMaxLength(64);
        table.Property(row => row.MessageId).HasMaxLength(300);
        table.Property(row => row.EnvelopeId).HasMaxLength(32);
        table.Property(row => row.ContentHash).HasMaxLength(64);
        table.Property(row => row.Protection).HasMaxLength(20);
        table.Property(row => row.Phase).HasMaxLength(20);
        table.Property(row => row.Reason).HasMaxLength(500);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.DeliveryVersion).HasDefaultValue(0L);
    }

    public static void Contents(EntityTypeBuilder<MailContentRow> table, string? schema)
    {
        table.ToTable("MailOutboxContents", schema);
        table.HasKey(row => new { row.Tenant, row.Id });
        table.Property(row => row.Tenant).HasMaxLength(100);
        table.Property(row => row.Id).HasMaxLength(40);
    }

    public static void Evidence(EntityTypeBuilder<EvidenceRow> table, string? schema)
    {
        table.ToTable("MailOutboxEvidence", schema);
        table.HasKey(row => new { row.Tenant, row.MailId, row.Name });
        table.HasIndex(row => new { row.Tenant, row.DueAt });
        table.HasIndex(row => new { row.Tenant, row.CreatedAt });
        table.Property(row => row.Tenant).HasMaxLength(100);
        table.Property(row => row.MailId).HasMaxLength(40);
        table.Property(row => row.Name).HasMaxLength(40);
        table.Property(row => row.Problem).HasMaxLength(20);
        table.Property(row => row.Hash).HasMaxLength(20);
        table.Property(row => row.HashValue).HasMaxLength(128);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}
