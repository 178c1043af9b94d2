using BaseComponents.Payments.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.EntityFrameworkCore;

/// <summary>Keeps payments in the application's database.</summary>
public static class PaymentsBuilderExtensions
{
    /// <summary>
    /// Keeps the payments in the tables that <see cref="PaymentsModelBuilderExtensions.AddPayments"/> maps into the context. Each operation uses a scope and
    /// a context of its own; handlers of events share theirs with the store, and so its transaction.
    /// </summary>
    /// <typeparam name="TDbContext">The application's context, registered with <c>AddDbContext</c>, on any relational provider.</typeparam>
    public static PaymentsBuilder AddEntityFrameworkStore<TDbContext>(this PaymentsBuilder builder)
        where TDbContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseStore(static services => new EntityFrameworkPaymentStore<TDbContext>(services.GetRequiredService<IServiceScopeFactory>()));
    }
}
