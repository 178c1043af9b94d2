using System.Data;
using BaseComponents.Eid;
using Microsoft.Data.Sqlite;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

public sealed class SqliteStoreTests : OneTimeStoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eid-sqlite-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "store.db")}";

    [Fact]
    public Task A_database_that_is_not_there_refuses() =>
        ShouldRefuseAsync(new SqlOneTimeStore(() => new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "nowhere", "store.db")}")), TimeSpan.FromSeconds(5));

    [Fact]
    public Task A_database_without_the_table_refuses() => ShouldRefuseAsync(new SqlOneTimeStore(() => new SqliteConnection(Database)), TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_database_that_is_locked_refuses()
    {
        var store = await StoreAsync();
        await using var other = new SqliteConnection(Database);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var locked = other.BeginTransaction(IsolationLevel.Serializable, deferred: false);

        await ShouldRefuseAsync(store, TimeSpan.FromSeconds(15));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private protected override async Task<IEidOneTimeStore> StoreAsync()
    {
        await using var connection = new SqliteConnection(Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode = WAL; {SqlOneTimeStore.CreateTable}";
        await command.ExecuteNonQueryAsync();
        return new SqlOneTimeStore(() => new SqliteConnection(Database));
    }

    // The file may not grow beyond what it holds.
    private protected override async Task<IEidOneTimeStore> FullStoreAsync(string key, byte[] value)
    {
        await (await StoreAsync()).TryAddAsync(key, value, DateTimeOffset.UtcNow.AddMinutes(1));
        return new SqlOneTimeStore(() =>
        {
            var connection = new SqliteConnection(Database);
            connection.StateChange += (_, change) =>
            {
                if (change.CurrentState is not ConnectionState.Open)
                    return;
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA max_page_count = 1";
                command.ExecuteNonQuery();
            };
            return connection;
        });
    }
}
