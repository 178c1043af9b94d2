using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>Applies the scripts that are missing.</summary>
internal static class SchemaUpgrade
{
    private const string VersionTable = """CREATE TABLE IF NOT EXISTS "SecureMailOutboxSchema" ("Version" integer NOT NULL PRIMARY KEY)""";

    // Released when the transaction ends. The number is ours alone: "BCOutbox" in ASCII.
    private const string PostgreSqlLock = "SELECT pg_advisory_xact_lock(4774747395825233784)";

    public static Task RunAsync(SecureMailOutboxDbContext context, CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(token => UpgradeAsync(context, token), cancellationToken);

    private static async Task UpgradeAsync(SecureMailOutboxDbContext context, CancellationToken cancellationToken)
    {
        var scripts = SchemaScripts.Of(KindOf(context));
        // SQLite takes its one lock for writing here; PostgreSQL needs one that holds before there is a table.
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (KindOf(context) == "PostgreSql")
                await context.Database.ExecuteSqlRawAsync(PostgreSqlLock, cancellationToken).ConfigureAwait(false);
            await context.Database.ExecuteSqlRawAsync(VersionTable, cancellationToken).ConfigureAwait(false);
            await ApplyAsync(context, scripts, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ApplyAsync(SecureMailOutboxDbContext context, IReadOnlyList<(int Version, string Sql)> scripts, CancellationToken cancellationToken)
    {
        var current = await context.Database.SqlQueryRaw<int>("""SELECT COALESCE(MAX("Version"), 0) AS "Value" FROM "SecureMailOutboxSchema" """).SingleAsync(cancellationToken).ConfigureAwait(false);
        if (current > scripts[^1].Version)
            throw new SecureMailException(SecureMailErrors.OutboxDatabaseUnusable, $"The outbox database has version {current}, and this package knows {scripts[^1].Version}: it was upgraded by a newer package. Update the package.");
        foreach (var (version, sql) in scripts.Where(script => script.Version > current))
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken).ConfigureAwait(false);
            await context.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""INSERT INTO "SecureMailOutboxSchema" ("Version") VALUES ({version})"""), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string KindOf(SecureMailOutboxDbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => "Sqlite",
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "PostgreSql",
        var other => throw new SecureMailException(
            SecureMailErrors.OutboxDatabaseUnusable, $"The package's own outbox database is SQLite or PostgreSQL, not {other}. Map the tables into a context of yours (modelBuilder.AddSecureMailOutbox()) and let its migrations make them."),
    };
}
