using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Sessions;
using Microsoft.EntityFrameworkCore;

namespace DogLicence.Hosting;

/// <summary>Starts the service; in the environment <c>Sandbox</c> with the Sandbox inside.</summary>
public static class DogLicenceServer
{
    public static ServicePlan Plan { get; } = new(typeof(DogLicenceServer).Assembly, "DogLicence", Composition.Build, PrepareAsync);

    public static Task<RunningService> StartAsync(ServerOptions options, CancellationToken cancellationToken = default) =>
        RunningService.StartAsync(Plan, options, cancellationToken);

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
