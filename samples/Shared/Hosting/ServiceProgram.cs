using Microsoft.Extensions.Options;

namespace MunicipalService.Hosting;

/// <summary>A service as a program: says where it is, and runs until it is asked to stop.</summary>
public static class ServiceProgram
{
    private const string Sandbox = "Sandbox";

    /// <param name="plan">The service.</param>
    /// <param name="args">The command line.</param>
    /// <param name="title">What the service does, in a few words.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ServicePlan plan, string[] args, string title)
    {
        try
        {
            await using var service = await RunningService.StartAsync(plan, new ServerOptions { Arguments = args });
            var width = Math.Max(title.Length, Sandbox.Length) + 1;
            Console.WriteLine($"{(title + ":").PadRight(width)} {service.Address}");
            if (service.Sandbox is { } sandbox)
                Console.WriteLine($"{(Sandbox + ":").PadRight(width)} {sandbox.Address}");
            await service.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or OptionsValidationException)
        {
            // A port that is taken, a setting that is missing: whoever starts the service needs the sentence, not the stack.
            await Console.Error.WriteLineAsync($"The service stopped: {fault.Message}");
            return 1;
        }
    }
}
