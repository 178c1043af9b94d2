using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>The application's own context: its cases, its licences and our payments in one database.</summary>
internal sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPayments();
        modelBuilder.Entity<ChaosOrder>().ToTable("Orders").HasKey(order => order.Reference);
        // No unique index: what is fulfilled twice has to show.
        modelBuilder.Entity<Fulfilment>().ToTable("Fulfilments");
        modelBuilder.Entity<Kill>().ToTable("Kills");
    }
}

/// <summary>What was done for one event.</summary>
internal sealed class Fulfilment
{
    public int Id { get; init; }

    public required string EventId { get; init; }

    public required string Reference { get; init; }

    public required string State { get; init; }
}

/// <summary>One SIGKILL, written down by whoever sent it or saw it.</summary>
internal sealed class Kill
{
    public int Id { get; init; }

    public required string Step { get; init; }
}
