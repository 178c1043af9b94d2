namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>A PostgreSQL cluster for the tests of a class.</summary>
public sealed class PostgreSqlPeer : IAsyncLifetime
{
    private PostgreSqlServer? _server;

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing { get; private set; }

    public string ConnectionString => _server!.ConnectionString;

    internal PeerProcess Process => _server!.Process;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgreSqlServer.StartAsync();
        Missing = _server is null ? "PostgreSQL is not installed." : null;
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }
}
