using BaseComponents.SecureMail.EntityFrameworkCore.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.SecureMail.EntityFrameworkCore;

/// <summary>The tables of <see cref="SecureMailOutboxDbContext"/>. A host upgrades them when it starts; a program without a host calls it itself.</summary>
public static class SecureMailOutboxDatabase
{
    /// <summary>
    /// Brings the tables to this version of the package: numbered scripts, each in the database once, all in one transaction and under a lock, so that
    /// any number of instances may start at the same moment.
    /// </summary>
    /// <exception cref="SecureMailException">The database is newer than this package, or of another kind than SQLite and PostgreSQL.</exception>
    public static async Task UpgradeAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
            await SchemaUpgrade.RunAsync(scope.ServiceProvider.GetRequiredService<SecureMailOutboxDbContext>(), cancellationToken).ConfigureAwait(false);
    }
}
