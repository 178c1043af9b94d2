using BaseComponents.Payments.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Payments.EntityFrameworkCore;

/// <summary>Maps payments into the application's model.</summary>
public static class PaymentsModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables <c>Payments</c>, <c>PaymentEvents</c> and <c>PaymentAudit</c>. Call it in <c>OnModelCreating</c>; the application's own migrations create them.
    /// </summary>
    /// <param name="modelBuilder">The model of the application's context.</param>
    /// <param name="schema">Schema of the tables, where the database has schemas.</param>
    public static ModelBuilder AddPayments(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<PaymentRow>(table => PaymentTables.Payments(table, schema));
        modelBuilder.Entity<PaymentEventRow>(table => PaymentTables.Events(table, schema));
        modelBuilder.Entity<PaymentAuditRow>(table => PaymentTables.Audit(table, schema));
        return modelBuilder;
    }
}
