using DogLicence.Documents;

namespace DogLicence.Hosting;

/// <summary>Starts the service; in the environment <c>Sandbox</c> with the Sandbox inside, or beside it.</summary>
public static class DogLicenceServer
{
    public static ServicePlan Plan { get; } = new(typeof(DogLicenceServer).Assembly, "DogLicence", Composition.Build, PrepareAsync);

    public static Task<RunningService> StartAsync(ServerOptions options, CancellationToken cancellationToken = default) =>
        RunningService.StartAsync(Plan, options, cancellationToken);

    private static async Task PrepareAsync(WebApplication application, CancellationToken cancellationToken)
    {
        await Tables.MakeAsync(application.Services, cancellationToken);
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
