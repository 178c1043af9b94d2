using System.Data.Common;

namespace BaseComponents.Eid;

/// <summary>One-time things in a table of the application's database, shared by all nodes: PostgreSQL, or SQLite from version 3.35 on.</summary>
public sealed class SqlOneTimeStore : IEidOneTimeStore
{
    /// <summary>Makes the table; may be run again at any time.</summary>
    public const string CreateTable =
        """
        CREATE TABLE IF NOT EXISTS eid_one_time (
            entry_key VARCHAR(200) NOT NULL PRIMARY KEY,
            entry_value TEXT NOT NULL,
            expires_at BIGINT NOT NULL
        )
        """;

    private const string Add = "INSERT INTO eid_one_time (entry_key, entry_value, expires_at) VALUES (@entry_key, @entry_value, @expires_at) ON CONFLICT (entry_key) DO NOTHING";
    private const string Take = "DELETE FROM eid_one_time WHERE entry_key = @entry_key RETURNING entry_value, expires_at";
    private const string Forget = "DELETE FROM eid_one_time WHERE expires_at < @expires_at";
    private const int LongestCommandSeconds = 5;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);

    private readonly Func<DbConnection> _connect;
    private readonly TimeProvider _clock;
    private long _nextSweep;

    /// <summary>A store over connections of the application.</summary>
    /// <param name="connect">Makes a connection that is not open yet; it is disposed after use.</param>
    /// <param name="clock">The time; the system's where none is given.</param>
    public SqlOneTimeStore(Func<DbConnection> connect, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(connect);
        (_connect, _clock) = (connect, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return AnswerAsync(AddAsync(key, value, expiresAt, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return AnswerAsync(DeleteAsync(key, cancellationToken));
    }

    // Drivers throw what derives from DbException; a pool without a free connection ends in a time-out or an invalid operation.
    private static async Task<T> AnswerAsync<T>(Task<T> operation)
    {
        try
        {
            return await operation.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            throw new EidException("eid.one-time-store-lost", "The database does not answer, or refuses the statement; no log-in is begun or ended without it. Is it reachable, is there room, and is there the table eid_one_time?", exception) { IsTransient = true };
        }
    }

    private async Task<bool> AddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var disposal = connection.ConfigureAwait(false);
        await SweepAsync(connection, cancellationToken).ConfigureAwait(false);
        var command = Command(connection, Add, ("entry_key", key), ("entry_value", Convert.ToBase64String(value.Span)), ("expires_at", expiresAt.ToUnixTimeSeconds()));
        await using var commandDisposal = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
    }

    private async Task<byte[]?> DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var disposal = connection.ConfigureAwait(false);
        var command = Command(connection, Take, ("entry_key", key));
        await using var commandDisposal = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var readerDisposal = reader.ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && reader.GetInt64(1) > _clock.GetUtcNow().ToUnixTimeSeconds()
            ? Convert.FromBase64String(reader.GetString(0))
            : null;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = _connect();
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    private async Task SweepAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var (now, next) = (_clock.GetUtcNow(), Interlocked.Read(ref _nextSweep));
        if (now.UtcTicks < next || Interlocked.CompareExchange(ref _nextSweep, (now + BetweenSweeps).UtcTicks, next) != next)
            return;
        var command = Command(connection, Forget, ("expires_at", now.ToUnixTimeSeconds()));
        await using var disposal = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static DbCommand Command(DbConnection connection, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (text, LongestCommandSeconds);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
