namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>A PostgreSQL cluster of its own. The server refuses to run as root; there it runs as the user of Debian's package.</summary>
internal sealed class PostgreSqlServer : IDisposable
{
    private readonly Func<Task<PeerProcess>> _start;

    private PostgreSqlServer(PeerProcess process, Func<Task<PeerProcess>> start) => (Process, _start) = (process, start);

    public string ConnectionString => $"Host=127.0.0.1;Port={Process.Port};Database=postgres;Username=postgres;Timeout=3;Maximum Pool Size=40";

    public PeerProcess Process { get; private set; }

    /// <summary>Starts a cluster; null where PostgreSQL is not installed.</summary>
    /// <param name="isDurable">Whether a commit waits for the disk, as it does for applications. Tests do not wait.</param>
    public static async Task<PostgreSqlServer?> StartAsync(bool isDurable = false)
    {
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).ToArray() : [];
        if (PeerProcess.Find("initdb", installed) is not { } initdb)
            return null;
        var (folder, port) = (Directory.CreateTempSubdirectory("postgres-"), PeerProcess.FreePort());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        var data = Path.Combine(folder.FullName, "data");
        var (program, before) = AsOrdinaryUser(initdb);
        await PeerProcess.RunAsync(folder, program, [.. before, "-D", data, "-A", "trust", "-U", "postgres", "--no-sync"]);
        (program, before) = AsOrdinaryUser(Path.Combine(Path.GetDirectoryName(initdb)!, "postgres"));
        var fsync = isDurable ? "fsync=on" : "fsync=off";
        string[] arguments = [.. before, "-D", data, "-p", $"{port}", "-k", folder.FullName, "-h", "127.0.0.1", "-c", fsync, "-c", "max_connections=400"];
        Task<PeerProcess> BeginAsync() => PeerProcess.StartAsync(folder, port, program, arguments);
        return new PostgreSqlServer(await BeginAsync(), BeginAsync);
    }

    /// <summary>Starts it after it was killed, with the data it had.</summary>
    public async Task StartAgainAsync()
    {
        // Whoever was killed leaves the mark of a running server behind.
        File.Delete(Path.Combine(Process.Folder.FullName, "data", "postmaster.pid"));
        Process = await _start();
    }

    public void Dispose() => Process.Dispose();

    // setpriv becomes the program, so that its process id is the server's.
    private static (string Program, string[] Before) AsOrdinaryUser(string program) => Environment.IsPrivilegedProcess
        ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program])
        : (program, []);
}
