using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Shared.Stores;

/// <summary>The tables of a package's own database, made and brought up to date by numbered scripts, on SQLite or PostgreSQL.</summary>
/// <param name="VersionTable">The table that says which scripts have run.</param>
/// <param name="PostgreSqlLock">A number that is this schema's alone: processes that start together wait for each other by it.</param>
/// <param name="Database">What the database is called in messages, such as "payments".</param>
/// <param name="Mapping">The call that maps the tables into an application's own context, for another kind of database.</param>
/// <param name="Fault">Makes the component's exception for a database that cannot be used.</param>
internal sealed record OwnSchema(string VersionTable, long PostgreSqlLock, string Database, string Mapping, Func<string, Exception> Fault)
{
    /// <summary>Applies the scripts that are missing.</summary>
    public Task UpgradeAsync(DbContext context, CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(token => UpgradeOnceAsync(context, token), cancellationToken);

    private async Task UpgradeOnceAsync(DbContext context, CancellationToken cancellationToken)
    {
        var kind = KindOf(context);
        var scripts = SchemaScripts.Of(kind);
        // As the provider does for a database that it makes itself: without it whoever reads stops whoever writes, and a commit fails at once.
        if (kind == "Sqlite")
            await RunAsync(context, "PRAGMA journal_mode = 'wal'", cancellationToken).ConfigureAwait(false);
        // SQLite takes its one lock for writing here; PostgreSQL needs one that holds before there is a table. It is released when the transaction ends.
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (kind == "PostgreSql")
                await RunAsync(context, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({PostgreSqlLock})"), cancellationToken).ConfigureAwait(false);
            await RunAsync(context, $"""CREATE TABLE IF NOT EXISTS "{VersionTable}" ("Version" integer NOT NULL PRIMARY KEY)""", cancellationToken).ConfigureAwait(false);
            await ApplyAsync(context, scripts, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ApplyAsync(DbContext context, IReadOnlyList<(int Version, string Sql)> scripts, CancellationToken cancellationToken)
    {
        var newest = $"""SELECT COALESCE(MAX("Version"), 0) AS "Value" FROM "{VersionTable}" """;
        var current = await context.Database.SqlQueryRaw<int>(newest).SingleAsync(cancellationToken).ConfigureAwait(false);
        if (current > scripts[^1].Version)
            throw Fault($"The {Database} database has version {current}, and this package knows {scripts[^1].Version}: it was upgraded by a newer package. Update the package.");
        foreach (var (version, sql) in scripts.Where(script => script.Version > current))
        {
            await RunAsync(context, sql, cancellationToken).ConfigureAwait(false);
            await RunAsync(context, string.Create(CultureInfo.InvariantCulture, $"""INSERT INTO "{VersionTable}" ("Version") VALUES ({version})"""), cancellationToken).ConfigureAwait(false);
        }
    }

    // Scripts and names of the package itself; nothing from outside stands in them.
    private static Task<int> RunAsync(DbContext context, string sql, CancellationToken cancellationToken) => context.Database.ExecuteSqlRawAsync(sql, cancellationToken);

    private string KindOf(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => "Sqlite",
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "PostgreSql",
        var other => throw Fault($"The package's own {Database} database is SQLite or PostgreSQL, not {other}. Map the tables into a context of yours ({Mapping}) and let its migrations make them."),
    };
}
