using BaseComponents.SecureMail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SpecialistProcedure.Hosting;

try
{
    using var host = await ProcedureHost.BuildAsync(new ProcedureSetup { Arguments = args });
    await host.RunAsync();
    return 0;
}
catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or OptionsValidationException or SecureMailException)
{
    // A file that is not there, a setting that is missing: whoever starts the program needs the sentence, not the stack.
    Console.Error.WriteLine($"The program stopped: {fault.Message}");
    return 1;
}
