using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace BaseComponents.Eid.Redis.Internal;

/// <summary>The one connection of this process: made when first needed, and by itself again after it was lost. While it is lost, commands fail instead of waiting for it.</summary>
internal sealed class RedisConnection(IOptions<EidRedisOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _connecting = new(1);
    private ConnectionMultiplexer? _connection;

    public async ValueTask<IDatabase> DatabaseAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _connection) is { } ready)
            return ready.GetDatabase();
        await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _connection ??= await ConnectionMultiplexer.ConnectAsync(Configuration(options.Value)).ConfigureAwait(false);
            return _connection.GetDatabase();
        }
        finally
        {
            _connecting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync().ConfigureAwait(false);
        _connecting.Dispose();
    }

    private static ConfigurationOptions Configuration(EidRedisOptions options)
    {
        var configuration = ConfigurationOptions.Parse(options.Configuration!);
        var milliseconds = (int)options.Timeout.TotalMilliseconds;
        (configuration.AbortOnConnectFail, configuration.BacklogPolicy) = (false, BacklogPolicy.FailFast);
        (configuration.ConnectTimeout, configuration.AsyncTimeout, configuration.SyncTimeout) = (milliseconds, milliseconds, milliseconds);
        return configuration;
    }
}
