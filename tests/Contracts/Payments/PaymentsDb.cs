using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>An application's own context: its licences and our payments in one database.</summary>
public sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : DbContext(options)
{
    public DbSet<Fulfilment> Fulfilments => Set<Fulfilment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPayments();
}

public sealed class Fulfilment
{
    public int Id { get; set; }

    public string Reference { get; set; } = "";

    public string State { get; set; } = "";
}

/// <summary>Writes one row per event, in the store's transaction.</summary>
internal sealed class WriteFulfilment(PaymentsDb db) : IPaymentEventHandler
{
    public async Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default)
    {
        db.Fulfilments.Add(new Fulfilment { Reference = paymentEvent.Reference, State = paymentEvent.State.ToString() });
        await db.SaveChangesAsync(cancellationToken);
    }
}
