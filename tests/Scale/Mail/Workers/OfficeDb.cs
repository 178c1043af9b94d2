using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>The application's own context: its cases and our outbox in one database.</summary>
internal sealed class OfficeDb(DbContextOptions<OfficeDb> options) : DbContext(options)
{
    public DbSet<MailCase> Cases => Set<MailCase>();

    public DbSet<MailKill> Kills => Set<MailKill>();

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string database) =>
        database.StartsWith("Host=", StringComparison.Ordinal) ? options.UseNpgsql(database) : options.UseSqlite(database);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddSecureMailOutbox();
        modelBuilder.Entity<MailCase>().ToTable("Cases").HasKey(one => one.Number);
        modelBuilder.Entity<MailCase>().Property(one => one.Number).ValueGeneratedNever();
        modelBuilder.Entity<MailKill>().ToTable("Kills");
    }
}

/// <summary>A case that was decided, and the mail that tells of it.</summary>
internal sealed class MailCase
{
    public int Number { get; init; }

    public required string MailId { get; init; }
}

/// <summary>One SIGKILL, written down by whoever sent it or saw it.</summary>
internal sealed class MailKill
{
    public int Id { get; init; }

    public required string Step { get; init; }
}
