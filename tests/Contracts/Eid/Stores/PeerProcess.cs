using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BaseComponents.Tests.Contracts.Eid.Stores;

/// <summary>A server that nobody here wrote, on a free port of this machine, with a folder of its own; both end with the test.</summary>
internal sealed class PeerProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private PeerProcess(Process process, int port, DirectoryInfo folder) => (_process, Port, Folder) = (process, port, folder);

    public int Port { get; }

    /// <summary>What it keeps.</summary>
    public DirectoryInfo Folder { get; }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts a program and waits until its port answers.</summary>
    public static async Task<PeerProcess> StartAsync(DirectoryInfo folder, int port, string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var since = Stopwatch.StartNew();
        while (!Answers(port))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{program} is installed but did not start: {await said} {await complained}");
            if (since.Elapsed > LongestStart)
                throw new TimeoutException($"{program} does not answer.");
            await Task.Delay(50);
        }

        return new PeerProcess(process, port, folder);
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(DirectoryInfo folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await said} {await complained}");
    }

    /// <summary>Where a program is, or null.</summary>
    public static string? Find(string program, params string[] folders) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(folders).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Stops the process in its tracks, as a machine does that hangs: connections stay open, nobody answers.</summary>
    public Task FreezeAsync() => RunAsync(Folder, "kill", "-STOP", $"{_process.Id}");

    public Task ThawAsync() => RunAsync(Folder, "kill", "-CONT", $"{_process.Id}");

    /// <summary>Kills it and all that it started, and keeps its folder, from which another one can begin.</summary>
    public void Kill()
    {
        if (_process.HasExited)
            return;
        // Before: whoever loses its parent belongs to somebody else. The framework's own look at the tree passes over a child that seems no younger than its parent.
        var started = Descendants(_process.Id);
        _process.Kill();
        _process.WaitForExit();
        foreach (var id in started)
            End(id);
        WaitUntilSilent();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        Folder.Delete(recursive: true);
    }

    private static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It went by itself.
        }
    }

    // The kernel takes its time with those who hold the port: whoever begins at once finds it taken, and seems to answer.
    private void WaitUntilSilent()
    {
        for (var since = Stopwatch.StartNew(); Answers(Port); Thread.Sleep(10))
        {
            if (since.Elapsed > LongestEnd)
                throw new TimeoutException("The server was killed, and still answers.");
        }
    }

    private static List<int> Descendants(int parent)
    {
        var parents = Process.GetProcesses().Select(process => process.Id).ToDictionary(id => id, ParentOf);
        var (found, fresh) = (new List<int>(), new List<int> { parent });
        while (fresh.Count > 0)
        {
            fresh = [.. parents.Where(one => fresh.Contains(one.Value)).Select(one => one.Key)];
            found.AddRange(fresh);
        }

        return found;
    }

    // proc(5): the second field after the name, which stands in brackets and may hold some; zero where the process is gone.
    private static int ParentOf(int process)
    {
        try
        {
            var facts = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(facts[(facts.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static bool Answers(int port)
    {
        using var socket = new TcpClient();
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
