using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Sandbox;

/// <summary>
/// The shared state services of Saxony, played in this process on the loopback interface only. Nothing here is a real service: every
/// person, payment and mail is invented, and keys are made at start.
/// </summary>
/// <example><code>
/// await using var sandbox = await SandboxServer.StartAsync();
/// builder.Configuration.AddConfiguration(sandbox.Configuration);
/// </code></example>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SandboxContext _context;
    private bool _isStopped;

    private SandboxServer(WebApplication application, SandboxContext context, IConfiguration configuration)
    {
        (_application, _context) = (application, context);
        Address = context.HttpAddress;
        MachineAddress = context.HttpsAddress;
        Configuration = configuration;
    }

    /// <summary>The front page for people, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The base of the machine endpoints (https).</summary>
    public Uri MachineAddress { get; }

    /// <summary>
    /// Settings that point every component at this Sandbox: the sections <c>BaseComponents:Eid</c>, <c>BaseComponents:Payments</c>,
    /// <c>BaseComponents:Authorities</c> and <c>BaseComponents:SecureMail</c>, with addresses, keys and certificates.
    /// </summary>
    public IConfiguration Configuration { get; }

    /// <summary>Starts the Sandbox and returns when every service answers.</summary>
    /// <param name="options">Ports and state; the default listens on free ports and keeps everything in memory.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">A port is no number from 0 to 65535.</exception>
    /// <exception cref="IOException">
    /// A named port is taken (name another one, or 0 for a free one), or the state folder or that of the mail drop cannot be read or written.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The state folder belongs to somebody else.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        var context = SandboxContext.Create(options ?? new SandboxOptions());
        try
        {
            var services = SandboxServices.All(context);
            var application = await RunAsync(SandboxHost.Build(context, services), cancellationToken);
            return new SandboxServer(application, context, SandboxServices.Configuration(services));
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Waits until the process is asked to stop (Ctrl+C, SIGTERM) or the Sandbox has been disposed of, for a program that is nothing but a
    /// Sandbox. Without this call the Sandbox leaves such requests to the program around it.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => ShutdownRequest.WaitAsync(_application.Lifetime.ApplicationStopping, cancellationToken);

    /// <summary>Stops all services and frees their ports. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isStopped, true))
            return;
        await _application.StopAsync();
        await _application.DisposeAsync();
        _context.Dispose();
    }

    private static async Task<WebApplication> RunAsync(WebApplication application, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }
}
