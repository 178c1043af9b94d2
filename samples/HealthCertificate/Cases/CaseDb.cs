using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.SecureMail.EntityFrameworkCore;
using HealthCertificate.Appointments;
using Microsoft.EntityFrameworkCore;

namespace HealthCertificate.Cases;

/// <summary>Cases, seats, payments and sealed mails in one database, so that one transaction covers all.</summary>
public sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<SeatRow> Seats => Set<SeatRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseRow>(row =>
        {
            row.HasKey(c => c.Id);
            row.HasIndex(c => c.Number).IsUnique();
            row.HasIndex(c => c.Owner);
            row.HasIndex(c => c.AttendanceHash).IsUnique();
            row.HasIndex(c => c.MailHash);
            row.Property(c => c.Stage).HasConversion<string>();
            row.Property(c => c.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<SeatRow>(row =>
        {
            row.HasKey(s => new { s.Office, s.StartsAt, s.Number });
            // What no program may break: nobody has two seats, and a seat has one person at most, being one row.
            row.HasIndex(s => s.CaseId).IsUnique();
            row.Property(s => s.State).HasConversion<string>();
        });
        modelBuilder.AddPayments();
        modelBuilder.AddSecureMailOutbox();
    }
}
