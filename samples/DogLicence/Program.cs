using DogLicence.Hosting;
using DogLicence.Walkthrough;

if (args.Contains("--walkthrough"))
    return await Walk.RunAsync(Console.Out, CancellationToken.None);

await using var server = await DogLicenceServer.StartAsync(new ServerOptions { Arguments = args });
Console.WriteLine($"Hund anmelden: {server.Address}");
if (server.Sandbox is { } sandbox)
    Console.WriteLine($"Sandbox:       {sandbox.Address}");
await server.WaitForShutdownAsync();
return 0;
