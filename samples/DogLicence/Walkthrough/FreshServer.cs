using System.Net.Sockets;
using DogLicence.Hosting;

namespace DogLicence.Walkthrough;

/// <summary>A service with the Sandbox inside, on free ports and an empty folder; can be stopped and started again with the same data.</summary>
public sealed class FreshServer : IAsyncDisposable
{
    private const int Attempts = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("doglicence-").FullName;
    private readonly ServicePlan _plan;
    private readonly ServerOptions _options;

    private FreshServer(ServicePlan plan, IReadOnlyDictionary<string, string?>? settings, string? contentRoot, Action<IServiceCollection>? services, Action<ILoggingBuilder>? sandboxLogging)
    {
        _plan = plan;
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            [$"{plan.Section}:PublicAddress"] = $"http://localhost:{FreePort.Next()}",
            [$"{plan.Section}:DataPath"] = _folder,
            ["Sandbox:HttpPort"] = FreePort.Next(),
            ["Sandbox:HttpsPort"] = FreePort.Next(),
            ["Sandbox:SmtpPort"] = FreePort.Next(),
        };
        all.TryAdd("Logging:LogLevel:Default", "Warning");
        // The confirmation is plain on purpose, and each step shall print one line: what is refused still is in the log, as an error.
        all.TryAdd("Logging:LogLevel:BaseComponents.SecureMail", "Error");
        _options = new ServerOptions { Environment = "Sandbox", Settings = all, ContentRoot = contentRoot, Services = services, SandboxLogging = sandboxLogging };
    }

    public RunningService Server { get; private set; } = null!;

    /// <summary>Everything that is kept.</summary>
    public string Folder => _folder;

    public static async Task<FreshServer> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null,
        string? contentRoot = null,
        Action<IServiceCollection>? services = null,
        Action<ILoggingBuilder>? sandboxLogging = null,
        ServicePlan? plan = null,
        CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var fresh = new FreshServer(plan ?? DogLicenceServer.Plan, settings, contentRoot, services, sandboxLogging);
            try
            {
                fresh.Server = await RunningService.StartAsync(fresh._plan, fresh._options, cancellationToken);
                return fresh;
            }
            catch (IOException exception) when (attempt < Attempts && exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
            {
                // Another process was quicker: begin anew with other ports.
                Directory.Delete(fresh._folder, recursive: true);
            }
        }
    }

    /// <summary>Stops service and Sandbox and starts both again: everything must come from the disk.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await Server.DisposeAsync();
        Server = await RunningService.StartAsync(_plan, _options, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
