using BaseComponents.Payments.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Payments.EntityFrameworkCore;

/// <summary>Keeps payments in the application's database.</summary>
public static class PaymentsBuilderExtensions
{
    /// <summary>
    /// Keeps the payments in the tables that <see cref="PaymentsModelBuilderExtensions.AddPayments"/> maps into the context. Each operation uses a scope and
    /// a context of its own; handlers of events share theirs with the store, and so its transaction.
    /// </summary>
    /// <typeparam name="TDbContext">The application's context, registered with <c>AddDbContext</c> or, faster, <c>AddDbContextPool</c>, on any relational provider.</typeparam>
    public static PaymentsBuilder AddEntityFrameworkStore<TDbContext>(this PaymentsBuilder builder)
        where TDbContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseStore(static services => new EntityFrameworkPaymentStore<TDbContext>(services.GetRequiredService<IServiceScopeFactory>()));
    }

    /// <summary>
    /// Keeps the payments in a database of their own, <see cref="PaymentsDbContext"/>, whose tables are made and upgraded when the host starts. Several
    /// registrations share it. Handlers that want to write in the event's transaction inject that context.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Provider and connection: <c>UseSqlite(...)</c> or <c>UseNpgsql(...)</c>.</param>
    public static PaymentsBuilder AddEntityFrameworkStore(this PaymentsBuilder builder, Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDbContextPool<PaymentsDbContext>(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SchemaUpgradeAtStart>());
        return builder.AddEntityFrameworkStore<PaymentsDbContext>();
    }
}
