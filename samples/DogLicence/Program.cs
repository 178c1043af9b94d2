using DogLicence.Hosting;
using DogLicence.Walkthrough;
using Microsoft.Extensions.Options;

if (Arguments.FirstUnknown(args) is { } unknown)
{
    Console.Error.WriteLine($"Unknown argument '{unknown}'. Known are {Arguments.Walkthrough} and settings, such as --DogLicence:PublicAddress=http://localhost:5100");
    return 2;
}

if (args.Contains(Arguments.Walkthrough))
    return await Walk.RunAsync(Console.Out, CancellationToken.None);

try
{
    await using var server = await DogLicenceServer.StartAsync(new ServerOptions { Arguments = args });
    Console.WriteLine($"Hund anmelden: {server.Address}");
    if (server.Sandbox is { } sandbox)
        Console.WriteLine($"Sandbox:       {sandbox.Address}");
    await server.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is IOException or InvalidOperationException or OptionsValidationException)
{
    // A port that is taken, a setting that is missing: whoever starts the service needs the sentence, not the stack.
    Console.Error.WriteLine($"The service stopped: {fault.Message}");
    return 1;
}
