using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EmployerReimbursement.Cases;

/// <summary>Applications and sealed mails in one database, so that one transaction covers both.</summary>
public sealed class ClaimDb(DbContextOptions<ClaimDb> options) : DbContext(options)
{
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    public DbSet<ProofRow> Proofs => Set<ProofRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClaimRow>(row =>
        {
            row.HasKey(c => c.Id);
            row.HasIndex(c => c.Number).IsUnique();
            row.HasIndex(c => new { c.Stage, c.ChangedAt });
            row.Property(c => c.Stage).HasConversion<string>();
            row.Property(c => c.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<ProofRow>(row =>
        {
            row.HasKey(p => p.ClaimId);
            row.HasOne<ClaimRow>().WithOne().HasForeignKey<ProofRow>(p => p.ClaimId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.AddSecureMailOutbox();
    }
}

/// <summary>How far an application has come.</summary>
public enum ClaimStage
{
    /// <summary>The employer is still writing.</summary>
    Draft,

    /// <summary>Confirmed; its mail could not be sealed yet.</summary>
    Due,

    /// <summary>Its sealed mail is in the outbox.</summary>
    Stored,

    /// <summary>The mail server has accepted the mail.</summary>
    Sent,
}

/// <summary>One application: what the machinery needs in the clear, everything that was told sealed.</summary>
public sealed class ClaimRow
{
    /// <summary>128 random bits: part of the address of every page of the application.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the secret in the browser's cookie.</summary>
    public required byte[] BrowserHash { get; init; }

    /// <summary>Vorgangsnummer. Opens nothing.</summary>
    public required string Number { get; init; }

    public required byte[] Content { get; set; }

    public ClaimStage Stage { get; set; }

    /// <summary>Unix seconds of the last change.</summary>
    public long ChangedAt { get; set; }

    /// <summary>Rises with each change; two that started from the same state cannot both win.</summary>
    public int Version { get; set; }
}

/// <summary>Confirmation of the fire brigade, sealed.</summary>
public sealed class ProofRow
{
    public required string ClaimId { get; init; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }
}
