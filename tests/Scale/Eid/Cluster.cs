using System.Diagnostics;
using System.Text.Json;
using BaseComponents.Sandbox;
using BaseComponents.Tests.Contracts.Eid.Stores;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>Several processes that are one application: one public address, shared Data Protection keys, one store.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly List<Process> _processes = [];
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("eid-nodes-");

    /// <summary>Where each node is reached. The first one's is the application's address.</summary>
    public List<Uri> Nodes { get; } = [];

    public static async Task<Cluster> StartAsync(SandboxServer sandbox, int nodes, params (string Name, string Value)[] store)
    {
        var cluster = new Cluster();
        var ports = Enumerable.Range(0, nodes).Select(_ => PeerProcess.FreePort()).ToArray();
        foreach (var port in ports)
            await cluster.AddAsync(sandbox, port, new Uri($"http://localhost:{ports[0]}/"), store);
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
                process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        await Task.CompletedTask;
        _keys.Delete(recursive: true);
    }

    private async Task AddAsync(SandboxServer sandbox, int port, Uri publicAddress, (string Name, string Value)[] store)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Node).Assembly.Location, "node"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _processes.Add(process);
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(Settings(sandbox, port, publicAddress, store)));
        if (await process.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException("A node did not start.");
        Nodes.Add(new Uri($"http://localhost:{port}/"));
    }

    private Dictionary<string, string?> Settings(SandboxServer sandbox, int port, Uri publicAddress, (string Name, string Value)[] store)
    {
        var settings = sandbox.Configuration.AsEnumerable().Where(setting => setting.Key.StartsWith("BaseComponents:Eid:BundId:", StringComparison.Ordinal)).ToDictionary(setting => setting.Key, setting => setting.Value);
        settings["BaseComponents:Eid:BundId:PublicAddress"] = publicAddress.AbsoluteUri;
        settings["BaseComponents:Eid:BundId:OutcomePath"] = "/ended";
        settings["BaseComponents:Eid:BundId:Attributes:0:Attribute"] = "FamilyName";
        settings["BaseComponents:Eid:BundId:Attributes:0:Purpose"] = "test";
        settings["Node:Port"] = $"{port}";
        settings["Node:Keys"] = _keys.FullName;
        foreach (var (name, value) in store)
            settings[name] = value;
        return settings;
    }
}
