using Microsoft.EntityFrameworkCore;

namespace DogLicence.Sessions;

/// <summary>Log-ins that are open, in a file of their own: they come and go all the time, and no backup needs them.</summary>
public sealed class SessionDb(DbContextOptions<SessionDb> options) : DbContext(options)
{
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<SessionRow>(row =>
    {
        row.HasKey(s => s.Key);
        row.HasIndex(s => s.GoneAt);
    });
}

/// <summary>One log-in. Key and content come hashed and encrypted.</summary>
public sealed class SessionRow
{
    public required string Key { get; init; }

    public required byte[] Content { get; set; }

    /// <summary>Unix milliseconds: from then on nobody gets it.</summary>
    public long GoneAt { get; set; }

    /// <summary>Unix milliseconds: it lasts no longer, however often it is asked for.</summary>
    public long EndsAt { get; set; }

    /// <summary>Milliseconds by which each look puts <see cref="GoneAt"/> off; null when only the end counts.</summary>
    public long? Idle { get; set; }
}
