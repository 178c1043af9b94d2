using HealthCertificate.Hosting;
using Microsoft.Extensions.Options;

try
{
    await using var service = await RunningService.StartAsync(Composition.Plan, new ServerOptions { Arguments = args });
    Console.WriteLine($"Belehrung buchen: {service.Address}");
    if (service.Sandbox is { } sandbox)
        Console.WriteLine($"Sandbox:          {sandbox.Address}");
    await service.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is IOException or InvalidOperationException or OptionsValidationException)
{
    // A port that is taken, a setting that is missing: whoever starts the service needs the sentence, not the stack.
    Console.Error.WriteLine($"The service stopped: {fault.Message}");
    return 1;
}
