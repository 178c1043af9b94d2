using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BaseComponents.Payments.EntityFrameworkCore.Internal;

/// <summary>Applies the scripts that are missing.</summary>
internal static class SchemaUpgrade
{
    private const string VersionTable = """CREATE TABLE IF NOT EXISTS "PaymentSchema" ("Version" integer NOT NULL PRIMARY KEY)""";

    // Released when the transaction ends. The number is ours alone: "BCPaymnt" in ASCII.
    private const string PostgreSqlLock = "SELECT pg_advisory_xact_lock(4774748409522122356)";

    public static Task RunAsync(PaymentsDbContext context, CancellationToken cancellationToken) =>
        context.Database.CreateExecutionStrategy().ExecuteAsync(token => UpgradeAsync(context, token), cancellationToken);

    private static async Task UpgradeAsync(PaymentsDbContext context, CancellationToken cancellationToken)
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

    private static async Task ApplyAsync(PaymentsDbContext context, IReadOnlyList<(int Version, string Sql)> scripts, CancellationToken cancellationToken)
    {
        var current = await context.Database.SqlQueryRaw<int>("""SELECT COALESCE(MAX("Version"), 0) AS "Value" FROM "PaymentSchema" """).SingleAsync(cancellationToken).ConfigureAwait(false);
        if (current > scripts[^1].Version)
            throw new PaymentException(PaymentErrors.DatabaseUnusable, $"The payments database has version {current}, and this package knows {scripts[^1].Version}: it was upgraded by a newer package. Update the package.");
        foreach (var (version, sql) in scripts.Where(script => script.Version > current))
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken).ConfigureAwait(false);
            await context.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""INSERT INTO "PaymentSchema" ("Version") VALUES ({version})"""), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string KindOf(PaymentsDbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => "Sqlite",
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "PostgreSql",
        var other => throw new PaymentException(
            PaymentErrors.DatabaseUnusable, $"The package's own payments database is SQLite or PostgreSQL, not {other}. Map the tables into a context of yours (modelBuilder.AddPayments()) and let its migrations make them."),
    };
}
