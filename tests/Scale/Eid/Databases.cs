using BaseComponents.Eid;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Npgsql;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>The application's database, ready for the store.</summary>
internal static class Databases
{
    public static async Task MakeTableAsync(PostgreSqlPeer peer)
    {
        await using var connection = new NpgsqlConnection(peer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(SqlOneTimeStore.CreateTable, connection);
        await command.ExecuteNonQueryAsync();
    }
}
