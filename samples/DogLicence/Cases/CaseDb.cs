using BaseComponents.Payments.EntityFrameworkCore;
using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Cases;

/// <summary>Cases, payments and sealed mails in one database, so that one transaction covers all three.</summary>
public sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<ProofRow> Proofs => Set<ProofRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseRow>(row =>
        {
            row.HasKey(c => c.Id);
            row.HasIndex(c => c.Number).IsUnique();
            row.HasIndex(c => c.BrowserHash);
            row.HasIndex(c => new { c.Stage, c.ChangedAt });
            row.Property(c => c.Stage).HasConversion<string>();
            row.Property(c => c.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ProofRow>(row =>
        {
            row.HasKey(p => p.CaseId);
            row.HasOne<CaseRow>().WithOne().HasForeignKey<ProofRow>(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.AddPayments();
        modelBuilder.AddSecureMailOutbox();
    }
}
