using BaseComponents.SecureMail.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>An application's own context: its cases and the mails about them in a schema and under column names of its own.</summary>
public sealed class PostDb(DbContextOptions<PostDb> options) : DbContext(options)
{
    public const string Schema = "post_office";

    public DbSet<Case> Cases => Set<Case>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("cases").AddSecureMailOutbox(Schema);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName($"c_{property.Name}");
    }
}

public sealed class Case
{
    public int Id { get; set; }

    public required string Title { get; set; }
}
