using BaseComponents.Sandbox;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Hosting;

/// <summary>One running instance of the service; in the environment <c>Sandbox</c> with the Sandbox inside.</summary>
public sealed class DogLicenceServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private DogLicenceServer(WebApplication application, SandboxServer? sandbox, Uri address) =>
        (_application, Sandbox, Address) = (application, sandbox, address);

    public Uri Address { get; }

    /// <summary>Null in every environment but <c>Sandbox</c>.</summary>
    public SandboxServer? Sandbox { get; private set; }

    public IServiceProvider Services => _application.Services;

    public static async Task<DogLicenceServer> StartAsync(ServerOptions options, CancellationToken cancellationToken = default)
    {
        var builder = Builder(options);
        var sandbox = await SandboxInside.StartAsync(builder, options, cancellationToken);
        try
        {
            var application = Composition.Build(builder, options);
            await PrepareAsync(application, cancellationToken);
            await application.StartAsync(cancellationToken);
            return new DogLicenceServer(application, sandbox, Composition.Options(builder.Configuration).PublicAddress);
        }
        catch when (sandbox is not null)
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Takes the state services away and leaves the service running, to see what it says then.</summary>
    public async Task StopSandboxAsync()
    {
        if (Sandbox is not { } sandbox)
            return;
        Sandbox = null;
        await sandbox.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        await StopSandboxAsync();
    }

    private static WebApplicationBuilder Builder(ServerOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options.Arguments,
            ApplicationName = typeof(DogLicenceServer).Assembly.GetName().Name,
            EnvironmentName = options.Environment,
            ContentRootPath = options.ContentRoot ?? ContentRoot(),
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        return builder;
    }

    private static string ContentRoot() =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }.FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "wwwroot")))
        ?? throw new InvalidOperationException(
            "The folder wwwroot is neither in the current folder nor beside the program. Start the service by 'dotnet run --project samples/DogLicence', or publish it.");

    // The sample makes its tables itself; a service with data to keep over versions uses migrations.
    private static async Task PrepareAsync(WebApplication application, CancellationToken cancellationToken)
    {
        await using var scope = application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.EnsureCreatedAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SessionDb>().Database.EnsureCreatedAsync(cancellationToken);
        CheckFonts(application);
    }

    // Nobody shall pay for an application whose PDF cannot be made; the Sandbox shows its pages all the same.
    private static void CheckFonts(WebApplication application)
    {
        try
        {
            application.Services.GetRequiredService<PdfFonts>();
        }
        catch (InvalidOperationException fault) when (application.Environment.IsEnvironment("Sandbox"))
        {
            application.Logger.LogWarning("{Reason}", fault.Message);
        }
    }
}
