using BaseComponents.Sandbox;

namespace MunicipalService.Hosting;

/// <summary>One running instance of the service; in the environment <c>Sandbox</c> with the Sandbox inside, or beside it.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RunningService(WebApplication application, SandboxServer? sandbox, Uri address) =>
        (_application, Sandbox, Address) = (application, sandbox, address);

    public Uri Address { get; }

    /// <summary>Null in every environment but <c>Sandbox</c>, and where the Sandbox is outside.</summary>
    public SandboxServer? Sandbox { get; private set; }

    public IServiceProvider Services => _application.Services;

    public static async Task<RunningService> StartAsync(ServicePlan plan, ServerOptions options, CancellationToken cancellationToken = default)
    {
        var builder = Builder(plan, options);
        var sandbox = await SandboxInside.StartAsync(builder, plan.DataPath(builder), options, cancellationToken);
        try
        {
            var application = plan.Build(builder, options);
            await plan.PrepareAsync(application, cancellationToken);
            await application.StartAsync(cancellationToken);
            return new RunningService(application, sandbox, new Uri(builder.Configuration[$"{plan.Section}:PublicAddress"]!));
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

    private static WebApplicationBuilder Builder(ServicePlan plan, ServerOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options.Arguments,
            ApplicationName = plan.Program.GetName().Name,
            EnvironmentName = options.Environment,
            ContentRootPath = options.ContentRoot ?? ContentRoot(),
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        return builder;
    }

    private static string ContentRoot() =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }.FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "wwwroot")))
        ?? throw new InvalidOperationException(
            "The folder wwwroot is neither in the current folder nor beside the program. Start the service by 'dotnet run --project', or publish it.");
}
