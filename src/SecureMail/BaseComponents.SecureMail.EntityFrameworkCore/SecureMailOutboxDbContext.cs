using Microsoft.EntityFrameworkCore;

namespace BaseComponents.SecureMail.EntityFrameworkCore;

/// <summary>
/// The package's own database, for applications that keep nothing in it themselves. Its tables are made and upgraded at the start, see <see cref="SecureMailOutboxDatabase"/>. Mails are stored at once, or in the
/// transaction that the caller has begun on this context.
/// </summary>
/// <param name="options">Provider and connection: SQLite or PostgreSQL.</param>
public sealed class SecureMailOutboxDbContext(DbContextOptions<SecureMailOutboxDbContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.AddSecureMailOutbox();
    }
}
