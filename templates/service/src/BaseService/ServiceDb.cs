using Microsoft.EntityFrameworkCore;
#if (Payment)
using BaseComponents.Payments.EntityFrameworkCore;
#endif
#if (Mail)
using BaseComponents.SecureMail.EntityFrameworkCore;
#endif

namespace BaseService;

/// <summary>Applications and what belongs to them, in one database and so in one transaction.</summary>
public sealed class ServiceDb(DbContextOptions<ServiceDb> options) : DbContext(options)
{
    public DbSet<ApplicationRow> Applications => Set<ApplicationRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ApplicationRow>(row => row.HasKey(application => application.Number));
#if (Payment)
        modelBuilder.AddPayments();
#endif
#if (Mail)
        modelBuilder.AddSecureMailOutbox();
#endif
    }
}

/// <summary>How far an application has come.</summary>
public enum ApplicationStage
{
    Begun,

    /// <summary>Complete; the office has to get it.</summary>
    Due,
#if (Mail)

    /// <summary>Its sealed mail is in the outbox.</summary>
    Stored,
#endif
}

/// <summary>One application. What it says lies sealed; number and stage say nothing about a person.</summary>
public sealed class ApplicationRow
{
    public required string Number { get; init; }

    /// <summary>SHA-256 of the secret in the citizen's cookie.</summary>
    public required string Owner { get; init; }

    public required byte[] Content { get; set; }

    public ApplicationStage Stage { get; set; }

    /// <summary>When it was begun, in seconds since 1970.</summary>
    public long BegunAt { get; init; }
}
