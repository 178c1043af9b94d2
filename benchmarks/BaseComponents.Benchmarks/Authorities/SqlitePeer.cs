using BaseComponents.Authorities.Keys;
using Microsoft.Data.Sqlite;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// The same competences in the table one would write for SQLite: clustered by service and area, asked by a prepared query for each tier, on
/// a file that is mapped and wholly in the cache of the system.
/// </summary>
internal sealed class SqlitePeer : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<RegionKey, int[]> _chains;
    private SqliteCommand? _query;

    public SqlitePeer(string file, Germany germany)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA mmap_size=4000000000; PRAGMA cache_size=-200000");
        var indices = germany.Areas.Index().ToDictionary(pair => pair.Item.Shortest, pair => pair.Index);
        _chains = germany.Areas.ToDictionary(area => area, area => area.Ancestors().Prepend(area).Select(one => indices.GetValueOrDefault(one.Shortest, -1)).Where(index => index >= 0).ToArray());
    }

    public void Fill(Row[] rows)
    {
        Run("CREATE TABLE competence (service INTEGER, area INTEGER, unit INTEGER, role INTEGER, first INTEGER, last INTEGER, PRIMARY KEY (service, area, unit, role, first, last)) WITHOUT ROWID");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT OR IGNORE INTO competence VALUES ($a, $b, $c, $d, $e, $f)";
        var values = "abcdef".Select(name => insert.Parameters.Add($"${name}", SqliteType.Integer)).ToArray();
        foreach (var row in rows)
        {
            (values[0].Value, values[1].Value, values[2].Value) = (row.Service, row.Area, row.Unit);
            (values[3].Value, values[4].Value, values[5].Value) = (row.Role, row.From?.DayNumber ?? 0, row.To?.DayNumber ?? int.MaxValue);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public int Find(int service, RegionKey place, int day)
    {
        var query = _query ??= Prepared();
        foreach (var area in _chains[place])
        {
            (query.Parameters[0].Value, query.Parameters[1].Value, query.Parameters[2].Value) = (service, area, day);
            using var reader = query.ExecuteReader();
            var units = 0;
            while (reader.Read())
                units += reader.GetInt32(0) >= 0 ? 1 : 0;
            if (units > 0)
                return units;
        }

        return 0;
    }

    public void Dispose()
    {
        _query?.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepared()
    {
        var query = _connection.CreateCommand();
        query.CommandText = "SELECT DISTINCT unit FROM competence WHERE service = $s AND area = $a AND role IN (1, 2) AND first <= $d AND last >= $d";
        foreach (var name in (string[])["$s", "$a", "$d"])
            query.Parameters.Add(name, SqliteType.Integer);
        query.Prepare();
        return query;
    }

    private void Run(string statements)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
