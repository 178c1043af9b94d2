using System.CommandLine;
using System.Globalization;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary><c>basecomponents payments verify</c>: whether the audit is as it was written.</summary>
internal static class VerifyCommand
{
    public static Command Create() => TreasuryOptions.Complete(
        new Command("verify", "Checks the audit's chain of hashes. Ends with 1 where it is broken. Note number and hash of the last line: without them nobody sees that lines are missing at the end."),
        decides: null,
        (treasury, _, cancellationToken) => RunAsync(treasury, cancellationToken));

    private static async Task<int> RunAsync(Treasury treasury, CancellationToken cancellationToken)
    {
        var (isWhole, table) = (true, new Columns("REGISTRATION", "CHAIN", "LAST LINE", "HASH"));
        foreach (var registration in treasury.Registrations)
        {
            var operations = treasury.Of(registration);
            var broken = await operations.FindBrokenAuditLineAsync(cancellationToken);
            var last = await operations.AuditAsync(cancellationToken).LastOrDefaultAsync(cancellationToken);
            table.Add(registration, broken is { } line ? string.Create(CultureInfo.InvariantCulture, $"broken at line {line}") : "whole", (last?.Number ?? 0).ToString(CultureInfo.InvariantCulture), last?.Hash ?? "");
            isWhole &= broken is null;
        }

        table.Print();
        return isWhole ? ExitCodes.Good : ExitCodes.Findings;
    }
}
