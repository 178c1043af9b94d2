using System.Security.Cryptography;
using BaseComponents.Authorities;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>Says what went wrong in one sentence, and ends with the code for it.</summary>
internal static class AuthorityFaults
{
    public static async Task<int> GuardAsync(Func<Task<int>> run, string outcome = "Nothing was done")
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await Console.Error.WriteLineAsync($"{outcome}: {exception.Message}");
            // What lies behind "no data" is what helps.
            if (exception is AuthoritiesException { InnerException: AuthoritiesException cause })
                await Console.Error.WriteLineAsync(cause.Message);
            return ExitCodes.Unusable;
        }
    }

    private static bool IsExpected(Exception exception) =>
        exception is AuthoritiesException or InvalidDataException or IOException or UnauthorizedAccessException or OptionsValidationException or CryptographicException;
}
