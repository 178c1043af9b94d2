using BaseComponents.Eid;
using Npgsql;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

public sealed class PostgreSqlStoreTests(PostgreSqlPeer peer) : OneTimeStoreContract, IClassFixture<PostgreSqlPeer>
{
    [Fact]
    public Task A_server_that_is_not_there_refuses() =>
        ShouldRefuseAsync(new SqlOneTimeStore(() => new NpgsqlConnection($"Host=127.0.0.1;Port={PeerProcess.FreePort()};Database=postgres;Username=postgres;Timeout=2")), TimeSpan.FromSeconds(10));

    [Fact]
    public async Task A_server_that_hangs_refuses()
    {
        var store = await StoreAsync();
        await using var other = new NpgsqlConnection(peer.ConnectionString);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("LOCK TABLE eid_one_time IN ACCESS EXCLUSIVE MODE", other, transaction);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await ShouldRefuseAsync(store, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task The_table_may_be_made_again_by_every_node_at_its_start()
    {
        await StoreAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StoreAsync()));
    }

    private protected override async Task<IEidOneTimeStore> StoreAsync()
    {
        Assert.SkipWhen(peer.Missing is not null, peer.Missing ?? "");
        await RunAsync(SqlOneTimeStore.CreateTable);
        return Store();
    }

    // What PostgreSQL says when the disk is full, said by a trigger.
    private protected override async Task<IEidOneTimeStore> FullStoreAsync(string key, byte[] value)
    {
        var store = await StoreAsync();
        await store.TryAddAsync(key, value, DateTimeOffset.UtcNow.AddMinutes(1));
        await RunAsync(
            """
            CREATE FUNCTION eid_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER eid_full BEFORE INSERT ON eid_one_time FOR EACH ROW WHEN (NEW.entry_key = 'request:too-much') EXECUTE FUNCTION eid_full();
            """);
        return store;
    }

    private SqlOneTimeStore Store() => new(() => new NpgsqlConnection(peer.ConnectionString));

    private async Task RunAsync(string statements)
    {
        await using var connection = new NpgsqlConnection(peer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync();
    }
}
