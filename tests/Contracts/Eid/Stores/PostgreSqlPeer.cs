namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>A PostgreSQL cluster of its own. The server refuses to run as root; there it runs as the user of Debian's package.</summary>
public sealed class PostgreSqlPeer : IAsyncLifetime
{
    private PeerProcess? _process;

    /// <summary>Why the peer does not run, or null.</summary>
    public string? Missing { get; private set; }

    public string ConnectionString => $"Host=127.0.0.1;Port={_process!.Port};Database=postgres;Username=postgres;Timeout=3;Maximum Pool Size=40";

    internal PeerProcess Process => _process!;

    public async ValueTask InitializeAsync()
    {
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).ToArray() : [];
        if (PeerProcess.Find("initdb", installed) is not { } initdb)
        {
            Missing = "PostgreSQL is not installed.";
            return;
        }

        var (folder, port) = (Directory.CreateTempSubdirectory("eid-postgres-"), PeerProcess.FreePort());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        var data = Path.Combine(folder.FullName, "data");
        var (program, before) = AsOrdinaryUser(initdb);
        await PeerProcess.RunAsync(folder, program, [.. before, "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"]);
        (program, before) = AsOrdinaryUser(Path.Combine(Path.GetDirectoryName(initdb)!, "postgres"));
        _process = await PeerProcess.StartAsync(folder, port, program, [.. before, "-D", data, "-p", $"{port}", "-k", folder.FullName, "-h", "127.0.0.1", "-c", "fsync=off"]);
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    // setpriv becomes the program, so that its process id is the server's.
    private static (string Program, string[] Before) AsOrdinaryUser(string program) => Environment.IsPrivilegedProcess
        ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program])
        : (program, []);
}
