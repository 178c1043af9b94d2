using DogLicence.Hosting;
using DogLicence.Walkthrough;

if (Arguments.FirstUnknown(args) is { } unknown)
{
    Console.Error.WriteLine($"Unknown argument '{unknown}'. Known are {Arguments.Walkthrough} and settings, such as --DogLicence:PublicAddress=http://localhost:5100");
    return 2;
}

if (args.Contains(Arguments.Walkthrough))
    return await Walk.RunAsync(Console.Out, CancellationToken.None);

return await ServiceProgram.RunAsync(DogLicenceServer.Plan, args, "Hund anmelden");
