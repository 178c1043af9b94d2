using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>The context of an application that issues something for a fee.</summary>
internal sealed class FeeDb(DbContextOptions<FeeDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPayments();
        modelBuilder.Entity<Licence>();
    }
}

internal sealed class Licence
{
    public int Id { get; init; }

    public required string Reference { get; init; }
}

/// <summary>What is done for a paid fee: one row in the store's transaction.</summary>
internal sealed class IssueLicence(FeeDb db) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        db.Add(new Licence { Reference = paymentEvent.Reference });
        await db.SaveChangesAsync(cancellationToken);
    }
}
