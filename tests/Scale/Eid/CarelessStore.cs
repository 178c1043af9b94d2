using BaseComponents.Eid;
using Npgsql;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>What a cache offers: look, then delete; look, then put. Shows that the run with a hundred posts would notice.</summary>
internal sealed class CarelessStore(Func<NpgsqlConnection> connect) : IEidOneTimeStore
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public async Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        var isThere = await RunAsync("SELECT entry_value FROM eid_one_time WHERE entry_key = @key", key, "") is not null;
        await Task.Delay(Between, cancellationToken);
        await RunAsync("INSERT INTO eid_one_time (entry_key, entry_value, expires_at) VALUES (@key, @value, 0) ON CONFLICT DO NOTHING", key, Convert.ToBase64String(value.Span));
        return !isThere;
    }

    public async Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default)
    {
        var found = await RunAsync("SELECT entry_value FROM eid_one_time WHERE entry_key = @key", key, "");
        await Task.Delay(Between, cancellationToken);
        await RunAsync("DELETE FROM eid_one_time WHERE entry_key = @key", key, "");
        return found is null ? null : Convert.FromBase64String(found);
    }

    private async Task<string?> RunAsync(string statement, string key, string value)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.AddWithValue("key", key);
        command.Parameters.AddWithValue("value", value);
        return (string?)await command.ExecuteScalarAsync();
    }
}
