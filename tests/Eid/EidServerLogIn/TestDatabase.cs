using BaseComponents.Eid;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>The table of one-time things in a file, which outlives an application.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public TestDatabase() => Run(SqlOneTimeStore.CreateTable);

    private string Connection => $"Data Source={_file};Pooling=False";

    public SqlOneTimeStore Store() => new(() => new SqliteConnection(Connection), new FakeTimeProvider(CardApplication.Now));

    public string Text()
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(entry_key || entry_value) FROM eid_one_time";
        return (string)command.ExecuteScalar()!;
    }

    public void Dispose() => File.Delete(_file);

    private void Run(string text)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
