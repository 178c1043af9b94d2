using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>The Sandbox as its own process with its state on the disk: the judge does not die with the suspect.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _folder;
    private readonly int _httpsPort;

    private SandboxProcess(ChildProcess process, string folder, string settingsFile, int httpPort, int httpsPort)
    {
        (_process, _folder, _httpsPort) = (process, folder, httpsPort);
        SettingsFile = settingsFile;
        Settings = new ConfigurationBuilder().AddJsonFile(settingsFile).Build();
        Address = new Uri($"http://127.0.0.1:{httpPort}/");
    }

    public Uri Address { get; }

    public string SettingsFile { get; }

    public IConfiguration Settings { get; }

    public static async Task<SandboxProcess> StartAsync(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StartAsync(folder, FreePort(), FreePort());
            }
            catch (InvalidOperationException) when (tries < 3)
            {
                // Between finding a free port and taking it somebody else may have taken it.
            }
        }
    }

    /// <summary>Kills it; a later start of <see cref="StartAgainAsync"/> finds its state at the same addresses.</summary>
    public Task KillAsync() => _process.KillAsync();

    public Task<SandboxProcess> StartAgainAsync() => StartAsync(_folder, Address.Port, _httpsPort);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<SandboxProcess> StartAsync(string folder, int httpPort, int httpsPort)
    {
        var settings = Path.Combine(folder, $"settings-{Guid.NewGuid():N}.json");
        var process = ChildProcess.Start(
            "BaseComponents.Tool.dll",
            ["sandbox", "--http-port", $"{httpPort}", "--https-port", $"{httpsPort}", "--smtp-port", "0", "--state", Path.Combine(folder, "state"), "--settings", settings]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!File.Exists(settings) || new FileInfo(settings).Length == 0)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The Sandbox ended at its start: {await process.OutputAsync()}");
            await Task.Delay(50, limit.Token);
        }

        return new SandboxProcess(process, folder, settings, httpPort, httpsPort);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
