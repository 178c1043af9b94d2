using Microsoft.Data.Sqlite;

namespace BaseComponents.Benchmarks.Authorities.Services;

/// <summary>The full-text index of SQLite, in memory, as its manual shows it: any of the words, the title weighing more.</summary>
internal sealed class SqliteFinder : IServiceFinder, IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _find;
    private readonly int _shortest;

    /// <param name="name">Name in the figures.</param>
    /// <param name="tokenizer">How FTS5 cuts words.</param>
    /// <param name="shortest">Shorter words find nothing with this tokenizer.</param>
    /// <param name="services">What is indexed.</param>
    public SqliteFinder(string name, string tokenizer, int shortest, IEnumerable<CatalogueService> services)
    {
        Name = name;
        _shortest = shortest;
        _connection.Open();
        Execute($"CREATE VIRTUAL TABLE services USING fts5(title, synonyms, tokenize = '{tokenizer}')");
        Fill(services);
        _find = _connection.CreateCommand();
        _find.CommandText = "SELECT rowid FROM services WHERE services MATCH $text ORDER BY bm25(services, 3.0, 2.0) LIMIT 10";
        _find.Parameters.Add("$text", SqliteType.Text);
        _find.Prepare();
    }

    public string Name { get; }

    public Task<IReadOnlyList<int>> FindAsync(string text)
    {
        var words = text.Split(' ').Where(word => word.Length >= _shortest).Select(word => $"\"{word}\"");
        _find.Parameters[0].Value = string.Join(" OR ", words);
        var found = new List<int>();
        using var reader = _find.ExecuteReader();
        while (reader.Read())
            found.Add(reader.GetInt32(0));
        return Task.FromResult<IReadOnlyList<int>>(found);
    }

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }

    private void Fill(IEnumerable<CatalogueService> services)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO services(rowid, title, synonyms) VALUES ($number, $title, $synonyms)";
        foreach (var service in services)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$number", service.Number);
            insert.Parameters.AddWithValue("$title", service.Title);
            insert.Parameters.AddWithValue("$synonyms", string.Join(' ', service.Synonyms));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
