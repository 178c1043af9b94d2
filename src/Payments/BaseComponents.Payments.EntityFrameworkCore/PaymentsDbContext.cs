using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Payments.EntityFrameworkCore;

/// <summary>
/// The package's own database, for applications that keep nothing in it themselves, or add to it what a payment brings about over the connection of this
/// context. Its tables are made and upgraded at the start, see <see cref="PaymentsDatabase"/>.
/// </summary>
/// <param name="options">Provider and connection: SQLite or PostgreSQL.</param>
public sealed class PaymentsDbContext(DbContextOptions<PaymentsDbContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.AddPayments();
    }
}
