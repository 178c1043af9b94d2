using EmployerReimbursement.Hosting;
using Microsoft.Extensions.Options;

try
{
    await using var server = await RunningService.StartAsync(ReimbursementService.Plan, new ServerOptions { Arguments = args });
    Console.WriteLine($"Erstattung für Arbeitgeber: {server.Address}");
    if (server.Sandbox is { } sandbox)
        Console.WriteLine($"Sandbox:                    {sandbox.Address}");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is IOException or InvalidOperationException or OptionsValidationException)
{
    // A port that is taken, a setting that is missing: whoever starts the service needs the sentence, not the stack.
    Console.Error.WriteLine($"The service stopped: {fault.Message}");
    return 1;
}
