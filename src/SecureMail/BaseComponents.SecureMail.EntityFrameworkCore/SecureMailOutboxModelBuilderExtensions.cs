using BaseComponents.SecureMail.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.SecureMail.EntityFrameworkCore;

/// <summary>Maps the outbox into the application's model.</summary>
public static class SecureMailOutboxModelBuilderExtensions
{
    /// <summary>Adds the tables <c>MailOutbox</c>, <c>MailOutboxContents</c> and <c>MailOutboxEvidence</c>. Call it in <c>OnModelCreating</c>; the application's own migrations create them.</summary>
    /// <param name="modelBuilder">The model of the application's context.</param>
    /// <param name="schema">Schema of the tables, where the database has schemas.</param>
    public static ModelBuilder AddSecureMailOutbox(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<MailRow>(table => OutboxTables.Mails(table, schema));
        modelBuilder.Entity<MailContentRow>(table => OutboxTables.Contents(table, schema));
        modelBuilder.Entity<EvidenceRow>(table => OutboxTables.Evidence(table, schema));
        return modelBuilder;
    }
}
