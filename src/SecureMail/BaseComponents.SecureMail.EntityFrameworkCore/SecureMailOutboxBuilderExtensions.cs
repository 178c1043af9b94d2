using BaseComponents.SecureMail.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.EntityFrameworkCore;

/// <summary>Keeps the outbox in a database.</summary>
public static class SecureMailOutboxBuilderExtensions
{
    /// <summary>
    /// Keeps the outbox in the tables that <see cref="SecureMailOutboxModelBuilderExtensions.AddSecureMailOutbox"/> maps into the context. Mails are added to the context of the caller's scope; the caller's
    /// <c>SaveChangesAsync</c> stores them with its own data, or nothing of both.
    /// </summary>
    /// <typeparam name="TDbContext">The application's context, registered with <c>AddDbContext</c> or <c>AddDbContextPool</c>.</typeparam>
    public static SecureMailBuilder AddEntityFrameworkOutbox<TDbContext>(this SecureMailBuilder builder)
        where TDbContext : DbContext => Add<TDbContext>(builder, savesAtOnce: false);

    /// <summary>
    /// Keeps the outbox in a database of its own, <see cref="SecureMailOutboxDbContext"/>, whose tables are made and upgraded when the host starts. Several senders share it. Mails are stored at once.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Provider and connection: <c>UseSqlite(...)</c> or <c>UseNpgsql(...)</c>.</param>
    public static SecureMailBuilder AddEntityFrameworkOutbox(this SecureMailBuilder builder, Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDbContextPool<SecureMailOutboxDbContext>(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SchemaUpgradeAtStart>());
        return Add<SecureMailOutboxDbContext>(builder, savesAtOnce: true);
    }

    private static SecureMailBuilder Add<TDbContext>(SecureMailBuilder builder, bool savesAtOnce)
        where TDbContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseOutbox(
            static services => new EntityFrameworkOutboxStore<TDbContext>(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILogger<SecureMailOutboxDbContext>>()),
            services => new EntityFrameworkOutboxWriter<TDbContext>(services.GetRequiredService<TDbContext>(), savesAtOnce))
            .UseEvidenceStore(static services => new EntityFrameworkEvidenceStore<TDbContext>(services.GetRequiredService<IServiceScopeFactory>()));
    }
}
