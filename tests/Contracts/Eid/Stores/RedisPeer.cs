namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>The server "redis-server", which keeps everything in memory and forgets nothing to make room.</summary>
public sealed class RedisPeer : IAsyncLifetime
{
    private PeerProcess? _process;

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing { get; private set; }

    public string Configuration => $"127.0.0.1:{_process!.Port}";

    internal PeerProcess Process => _process!;

    public ValueTask InitializeAsync() => new(StartAsync());

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        _process = null;
        return ValueTask.CompletedTask;
    }

    /// <summary>Starts it, with so much memory at most, and open to whoever knows the password.</summary>
    public async Task StartAsync(string memory = "64mb", string password = "")
    {
        if (PeerProcess.Find("redis-server") is not { } program)
        {
            Missing = "redis-server is not installed.";
            return;
        }

        var port = PeerProcess.FreePort();
        _process = await PeerProcess.StartAsync(
            Directory.CreateTempSubdirectory("eid-redis-"), port, program, "--bind", "127.0.0.1", "--port", $"{port}", "--save", "", "--appendonly", "no", "--maxmemory", memory, "--maxmemory-policy", "noeviction", "--requirepass", password);
    }
}
