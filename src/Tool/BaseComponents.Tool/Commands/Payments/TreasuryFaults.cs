using System.Data.Common;
using BaseComponents.Payments;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Says what went wrong in one sentence, and ends with the code for it.</summary>
internal static class TreasuryFaults
{
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (PaymentException exception) when (exception.Code == PaymentErrors.DecisionRefused)
        {
            await Console.Error.WriteLineAsync($"Refused: {exception.Message}");
            return ExitCodes.Findings;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            await Console.Error.WriteLineAsync($"Nothing was done: {exception.Message}");
            return ExitCodes.Unusable;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DbException database)
        {
            // What Entity Framework says about a lost connection does not name the cause.
            await Console.Error.WriteLineAsync($"Nothing was done: {database.Message}");
            return ExitCodes.Unusable;
        }
    }

    private static bool IsExpected(Exception exception) =>
        exception is PaymentException or DbException or InvalidDataException or IOException or UnauthorizedAccessException or OptionsValidationException;
}
