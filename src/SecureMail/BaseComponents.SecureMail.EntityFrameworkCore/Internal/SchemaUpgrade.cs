using BaseComponents.Shared.Stores;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Applies the scripts that are missing.</summary>
internal static class SchemaUpgrade
{
    // "BCOutbox" in ASCII.
    private static readonly OwnSchema _schema = new(
        "SecureMailOutboxSchema", 4774747395825233784, "outbox", "modelBuilder.AddSecureMailOutbox()", message => new SecureMailException(SecureMailErrors.OutboxDatabaseUnusable, message));

    public static Task RunAsync(SecureMailOutboxDbContext context, CancellationToken cancellationToken) => _schema.UpgradeAsync(context, cancellationToken);
}
