using Npgsql;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>A backup as an operator takes it: with the server's own programs, while everything goes on.</summary>
internal static class PostgreSqlDump
{
    /// <param name="from">The database that is in use.</param>
    /// <param name="to">One that nobody has used.</param>
    public static async Task RestoreAsync(string from, string to)
    {
        var (source, target) = (new NpgsqlConnectionStringBuilder(from), new NpgsqlConnectionStringBuilder(to));
        var folder = Directory.CreateTempSubdirectory("dump-");
        try
        {
            var file = Path.Combine(folder.FullName, "database.dump");
            string[] place = ["-h", source.Host!, "-p", $"{source.Port}", "-U", source.Username!];
            await PeerProcess.RunAsync(folder, Program("pg_dump"), [.. place, "-Fc", "-f", file, source.Database!]);
            await PeerProcess.RunAsync(folder, Program("pg_restore"), [.. place, "--single-transaction", "--exit-on-error", "-d", target.Database!, file]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Program(string name) => PeerProcess.Find(name, [.. Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))])!;
}
