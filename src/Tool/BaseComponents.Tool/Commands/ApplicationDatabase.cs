using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tool.Commands;

/// <summary>The database of an application. What may hold a password never stands on the command line, where other users of the machine see it.</summary>
internal static class ApplicationDatabase
{
    private const string SqliteFile = "sqlite:";

    /// <param name="named"><c>sqlite:PATH</c>, or the name of a connection string in the settings or the environment.</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="InvalidDataException">There is no such database.</exception>
    public static Action<DbContextOptionsBuilder> Find(string named, IConfiguration settings)
    {
        if (named.StartsWith(SqliteFile, StringComparison.OrdinalIgnoreCase))
            return Sqlite(new SqliteConnectionStringBuilder { DataSource = named[SqliteFile.Length..] });
        if (!named.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
            throw new InvalidDataException("--database is sqlite:PATH, or the NAME of a connection string. Put the connection string itself into ConnectionStrings:NAME of the settings file, or into the environment as ConnectionStrings__NAME.");
        return Connect(named, settings.GetConnectionString(named)
            ?? throw new InvalidDataException($"there is no connection string '{named}'. Name a file with --database sqlite:PATH, or set ConnectionStrings:{named} in the settings file, or ConnectionStrings__{named} in the environment."));
    }

    private static Action<DbContextOptionsBuilder> Connect(string name, string connection)
    {
        if (connection.StartsWith(SqliteFile, StringComparison.OrdinalIgnoreCase))
            return Sqlite(new SqliteConnectionStringBuilder { DataSource = connection[SqliteFile.Length..] });
        try
        {
            var keys = new DbConnectionStringBuilder { ConnectionString = connection };
            if (keys.ContainsKey("Host") || keys.ContainsKey("Server"))
                return PostgreSql(new Npgsql.NpgsqlConnectionStringBuilder(connection).ConnectionString);
            return Sqlite(new SqliteConnectionStringBuilder(connection));
        }
        catch (ArgumentException)
        {
            // Its message may quote what stands there.
            throw new InvalidDataException($"the connection string '{name}' is neither one of PostgreSQL (Host=...) nor one of SQLite (Data Source=...).");
        }
    }

    private static Action<DbContextOptionsBuilder> PostgreSql(string connection) => options => options.UseNpgsql(connection);

    private static Action<DbContextOptionsBuilder> Sqlite(SqliteConnectionStringBuilder connection)
    {
        // Otherwise a mistyped path would become an empty database.
        if (!File.Exists(connection.DataSource))
            throw new InvalidDataException($"there is no file '{connection.DataSource}'.");
        connection.Mode = SqliteOpenMode.ReadWrite;
        return options => options.UseSqlite(connection.ConnectionString);
    }
}
