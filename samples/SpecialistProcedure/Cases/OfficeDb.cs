using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace SpecialistProcedure.Cases;

/// <summary>Booked cases, what was set aside, and answers on their way, in one database: a case and its answer commit together.</summary>
public sealed class OfficeDb(DbContextOptions<OfficeDb> options) : DbContext(options)
{
    public DbSet<BookedCase> Cases => Set<BookedCase>();

    public DbSet<Refusal> Refusals => Set<Refusal>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // The key is what makes a case one case, however often its mail comes and however many processes read.
        modelBuilder.Entity<BookedCase>(row =>
        {
            #region key
            row.HasKey(c => c.Number);
            #endregion
            row.Property(c => c.Jurisdiction).HasConversion<string>();
        });
        modelBuilder.Entity<Refusal>(row =>
        {
            row.HasKey(r => r.Fingerprint);
            row.Property(r => r.Reason).HasConversion<string>();
        });
        modelBuilder.AddSecureMailOutbox();
    }
}
